#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <termios.h>
#include <vector>

namespace dudao::test {

/// A program in a terminal of its own (a pseudo-terminal), with someone who reads what it prints
/// and presses keys. Nothing waits for a time: it waits for what the program prints.
class Terminal {
  public:
    struct Size {
        unsigned short columns = 80;
        unsigned short rows = 24;
    };

    /// Starts `arguments` (the program first) in `folder`, with `environment` ("NAME=VALUE") only.
    Terminal(const std::vector<std::string>& arguments,
             const std::vector<std::string>& environment,
             const std::filesystem::path& folder,
             Size size);
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    /// Kills what still runs.
    ~Terminal();

    /// Reads until `text` has been printed since the last call; what was printed up to its end,
    /// without carriage returns. Throws, with what was printed instead, when it does not come.
    std::string until(std::string_view text);

    /// Presses keys.
    void press(std::string_view keys) const;

    /// Sends a signal.
    void signal(int number) const;

    /// Waits for the end and reads the rest. The exit code, or 128 and the signal that ended it.
    int end();

    /// Everything printed so far, without carriage returns.
    const std::string& output() const noexcept { return output_; }

    /// How the terminal treats keys now.
    termios mode() const;

  private:
    bool read_some();

    int master_ = -1;
    int slave_ = -1;  ///< kept open, so that the mode can be seen after the end
    pid_t child_ = -1;
    std::string output_;
    std::size_t seen_ = 0;
};

}  // namespace dudao::test
