// Runs a transcript and compares what happens with what it says:
//
//     # env: DUDAO_NOW=2026-11-05T09:00:00+08:00
//     # What a reader should know.
//     $ dudao issue list --overdue
//     01K9… S0012 后厨地面有积水
//     $ cat > list.csv <<END
//     > code,name
//     > END
//     $ dudao store show S9999
//     ! dudao: E3030 no such unit 'S9999'
//     [3]
//
// "$ " begins a command, "> " goes on with it; then come the lines of its output, "! " those of its
// errors, and "[N]" its exit code unless that is 0. An output line that would read as one of these,
// or as a comment, stands with a \ before it; "\" alone after an output says that its last line has
// no end. All commands run in one shell, in an empty folder: cd and export last. The environment
// holds PATH (the program's folder first), TZ=UTC, LC_ALL (C.UTF-8, or what "# locale: …" says),
// HOME and XDG_* in folders of their own, and what "# env: NAME=VALUE" adds. In outputs the
// folder's path reads as $WORK, HOME's as $HOME; that of the folder "fixtures" nearest above the
// transcript, which FIXTURES names in the environment, as $FIXTURES.
//
// transcript [--postgres] PROGRAM FILE: exit code 0 when all is as it says, 1 when not, after
// showing the difference. UPDATE_GOLDEN=1 writes what happened into FILE instead and exits with 77.
// With
// --postgres, DUDAO_DB names a store of its own on the server of DUDAO_TEST_POSTGRES, which reads
// as $DUDAO_DB; all else must be as it is without.
#include "support/fresh_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int differs = 1;
constexpr int updated = 77;  // ctest reports it as skipped
constexpr std::chrono::seconds time_limit{90};

std::string slurp(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        throw std::runtime_error{"cannot read " + path.string()};
    }
    return {std::istreambuf_iterator<char>{file}, {}};
}

void spill(const fs::path& path, std::string_view bytes) {
    std::ofstream file{path, std::ios::binary};
    file << bytes;
    if (!file.flush()) {
        throw std::runtime_error{"cannot write " + path.string()};
    }
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// One command with the comments before it.
struct Step {
    std::vector<std::string> comments = {};
    std::vector<std::string> command = {};  ///< its lines
};

/// What stands around a run: none of it is in the transcript.
struct Surroundings {
    fs::path program;
    fs::path fixtures;  ///< empty: there are none
    std::string store;  ///< of the transcript alone; empty: none
};

/// The folder "fixtures" nearest above a file; empty when there is none.
fs::path fixtures_above(fs::path file) {
    while (file != file.root_path()) {
        file = file.parent_path();
        if (fs::is_directory(file / "fixtures")) {
            return file / "fixtures";
        }
    }
    return {};
}

/// What a transcript asks for.
struct Transcript {
    std::vector<Step> steps = {};
    std::vector<std::string> closing = {};  ///< comments after the last command
    std::vector<std::string> environment = {};
    std::string locale = "C.UTF-8";
};

/// The setting that a comment makes, such as "# env: A=B"; nothing when it is none.
bool take_setting(std::string_view comment, std::string_view name, std::string& value) {
    const auto prefix = fmt::format("# {}: ", name);
    if (!comment.starts_with(prefix)) {
        return false;
    }
    value = comment.substr(prefix.size());
    return true;
}

Transcript parse(std::string_view text) {
    Transcript transcript;
    std::vector<std::string> comments;
    for (const auto& line : lines_of(text)) {
        std::string value;
        if (line.starts_with("$ ")) {
            transcript.steps.push_back({std::move(comments), {line.substr(2)}});
            comments.clear();
        } else if (line.starts_with("> ") && !transcript.steps.empty()) {
            transcript.steps.back().command.push_back(line.substr(2));
        } else if (line.starts_with('#')) {
            comments.push_back(line);
            if (take_setting(line, "env", value)) {
                transcript.environment.push_back(value);
            } else {
                take_setting(line, "locale", transcript.locale);
            }
        }
    }
    transcript.closing = std::move(comments);
    return transcript;
}

/// Folders that are gone, with all they hold, when this object is.
class Rooms {
  public:
    Rooms() {
        auto name = (fs::temp_directory_path() / "transcript-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::system_error{errno, std::generic_category(), name};
        }
        root_ = name;
        for (const auto& folder : {work(), home(), records()}) {
            fs::create_directory(folder);
        }
    }
    Rooms(const Rooms&) = delete;
    Rooms& operator=(const Rooms&) = delete;
    ~Rooms() {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }

    fs::path work() const { return root_ / "work"; }
    fs::path home() const { return root_ / "home"; }
    fs::path records() const { return root_ / "records"; }

  private:
    fs::path root_;
};

/// The shell script that runs all commands and records what each of them did.
std::string script_of(const Transcript& transcript, const fs::path& records) {
    std::string script;
    for (std::size_t n = 0; n < transcript.steps.size(); ++n) {
        std::string command;
        for (const auto& line : transcript.steps[n].command) {
            command += line + '\n';
        }
        const auto record = (records / std::to_string(n)).string();
        script += fmt::format(
            "{{\n{1}}} >'{0}.out' 2>'{0}.err' </dev/null\necho $? >'{0}.code'\n", record, command);
    }
    return script;
}

std::vector<std::string> environment_of(const Transcript& transcript,
                                        const Rooms& rooms,
                                        const Surroundings& around) {
    const auto home = rooms.home().string();
    std::vector<std::string> environment{
        fmt::format("PATH={}:/usr/local/bin:/usr/bin:/bin", around.program.parent_path().string()),
        "TZ=UTC",
        "TERM=dumb",
        "LC_ALL=" + transcript.locale,
        "HOME=" + home,
        fmt::format("XDG_CONFIG_HOME={}/.config", home),
        fmt::format("XDG_STATE_HOME={}/.local/state", home),
        fmt::format("XDG_DATA_HOME={}/.local/share", home),
        fmt::format("XDG_CACHE_HOME={}/.cache", home)};
    // Sanitizers and coverage are set up through the environment.
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TMPDIR"}) {
        if (const char* value = std::getenv(name)) {  // NOLINT(concurrency-mt-unsafe)
            environment.push_back(fmt::format("{}={}", name, value));
        }
    }
    if (!around.fixtures.empty()) {
        environment.push_back("FIXTURES=" + around.fixtures.string());
    }
    if (!around.store.empty()) {
        environment.push_back("DUDAO_DB=" + around.store);
    }
    environment.insert(
        environment.end(), transcript.environment.begin(), transcript.environment.end());
    return environment;
}

/// Becomes the shell. Never returns.
[[noreturn]] void become_shell(const fs::path& folder,
                               const std::string& script,
                               std::vector<std::string> environment) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // NOLINT(*-vararg)
    std::vector<char*> values(environment.size() + 1, nullptr);
    std::transform(environment.begin(), environment.end(), values.begin(), [](auto& each) {
        return each.data();
    });
    std::string shell = "/bin/sh";
    std::string file = script;
    std::vector<char*> arguments{shell.data(), file.data(), nullptr};
    if (::chdir(folder.c_str()) == 0) {
        ::execve(shell.c_str(), arguments.data(), values.data());
    }
    ::_exit(EXIT_FAILURE);
}

/// Waits for the shell; false when it was ended for taking too long.
bool wait_for(pid_t shell) {
    const auto end = std::chrono::steady_clock::now() + time_limit;
    int status = 0;
    while (::waitpid(shell, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) {
            ::kill(-shell, SIGKILL);
            ::waitpid(shell, &status, 0);
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    ::kill(-shell, SIGKILL);  // what it left running in the background
    return true;
}

std::string with_names(std::string text, const Rooms& rooms, const Surroundings& around) {
    const auto replace = [&](const std::string& path, std::string_view name) {
        for (auto at = text.find(path); !path.empty() && at != std::string::npos;
             at = text.find(path, at)) {
            text.replace(at, path.size(), name);
            at += name.size();
        }
    };
    replace(rooms.work().string(), "$WORK");
    replace(rooms.home().string(), "$HOME");
    replace(around.fixtures.string(), "$FIXTURES");
    replace(around.store, "$DUDAO_DB");
    return text;
}

/// An output as a transcript shows it.
std::string shown_output(const std::string& output) {
    std::string text;
    for (const auto& line : lines_of(output)) {
        const bool reads_as_more = line.starts_with("$ ") || line.starts_with("> ") ||
                                   line.starts_with("! ") || line.starts_with('[') ||
                                   line.starts_with('#') || line.starts_with('\\');
        text += (reads_as_more ? "\\" : "") + line + '\n';
    }
    return text + (output.empty() || output.back() == '\n' ? "" : "\\\n");
}

std::string shown_errors(const std::string& errors) {
    std::string text;
    for (const auto& line : lines_of(errors)) {
        text += "! " + line + '\n';
    }
    return text;
}

/// What a command did, as a transcript shows it.
std::string shown_step(const Step& step,
                       const fs::path& record,
                       const Rooms& rooms,
                       const Surroundings& around) {
    std::string text;
    for (const auto& comment : step.comments) {
        text += comment + '\n';
    }
    for (std::size_t n = 0; n < step.command.size(); ++n) {
        text += (n == 0 ? "$ " : "> ") + step.command[n] + '\n';
    }
    const auto part = [&](const char* name) { return fs::path{record.string() + name}; };
    if (!fs::exists(part(".code"))) {
        return text + "(did not end: the shell could not read it, left, or took too long)\n";
    }
    text += shown_output(with_names(slurp(part(".out")), rooms, around));
    text += shown_errors(with_names(slurp(part(".err")), rooms, around));
    const auto code = lines_of(slurp(part(".code"))).front();
    return code == "0" ? text : text + '[' + code + "]\n";
}

/// Runs a transcript; the same transcript with what happened.
std::string run(const Transcript& transcript, const Surroundings& around) {
    const Rooms rooms;
    const auto script = rooms.records() / "script";
    spill(script, script_of(transcript, rooms.records()));
    const auto shell = ::fork();
    if (shell == 0) {
        become_shell(rooms.work(), script.string(), environment_of(transcript, rooms, around));
    }
    if (shell < 0) {
        throw std::system_error{errno, std::generic_category(), "fork"};
    }
    if (!wait_for(shell)) {
        std::cerr << "ended after " << time_limit.count() << " seconds\n";
    }
    std::string text;
    for (std::size_t n = 0; n < transcript.steps.size(); ++n) {
        text += shown_step(transcript.steps[n], rooms.records() / std::to_string(n), rooms, around);
    }
    for (const auto& comment : transcript.closing) {
        text += comment + '\n';
    }
    return text;
}

void show_difference(const fs::path& file, const std::string& actual) {
    const Rooms rooms;
    const auto happened = rooms.records() / "actual";
    spill(happened, actual);
    const auto command = fmt::format("diff -u --label '{0}' --label 'what happened' '{0}' '{1}'",
                                     file.string(),
                                     happened.string());
    (void)std::system(command.c_str());  // NOLINT(*-env33-c,concurrency-mt-unsafe)
}

int compare(const Surroundings& around, const fs::path& file) {
    const auto expected = slurp(file);
    const auto transcript = parse(expected);
    if (transcript.steps.empty()) {
        throw std::runtime_error{file.string() + " holds no command"};
    }
    const auto actual = run(transcript, around);
    if (actual == expected) {
        return EXIT_SUCCESS;
    }
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
        spill(file, actual);
        std::cout << "rewrote " << file.string() << '\n';
        return updated;
    }
    show_difference(file, actual);
    return differs;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> arguments{argv + 1, argv + argc};
    const bool postgres = !arguments.empty() && arguments.front() == "--postgres";
    if (postgres) {
        arguments.erase(arguments.begin());
    }
    if (arguments.size() != 2) {
        std::cerr << "usage: transcript [--postgres] PROGRAM FILE\n";
        return EXIT_FAILURE;
    }
    try {
        Surroundings around{.program = fs::absolute(arguments[0]),
                            .fixtures = fixtures_above(fs::absolute(arguments[1])),
                            .store = {}};
        std::optional<dudao::test::FreshStore> store;
        if (postgres) {
            dudao::test::choose_engine(dudao::test::Engine::postgres);
            around.store = store.emplace().url();
        }
        return compare(around, fs::absolute(arguments[1]));
    } catch (const std::exception& error) {
        std::cerr << "transcript: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
