#include "exchange/input.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <istream>
#include <poll.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <type_traits>
#include <unistd.h>
#include <utility>
#include <vector>
#include <zlib.h>

namespace dudao::exchange {

namespace {

/// A descriptor that is closed whatever happens; -1 for none.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    int get() const noexcept { return number_; }

  private:
    int number_ = -1;
};

struct Close {
    void operator()(std::FILE* file) const noexcept {
        std::fclose(file);  // NOLINT(cert-err33-c,*-owning-memory): what it held is of no use now
    }
};

struct CloseGzip {
    void operator()(gzFile file) const noexcept { ::gzclose_r(file); }
};

using Gzip = std::unique_ptr<std::remove_pointer_t<gzFile>, CloseGzip>;

/// What gzip unpacks from a descriptor of its own; null when it holds something else.
Gzip open_gzip(int file) {
    constexpr std::array<unsigned char, 2> mark{0x1F, 0x8B};
    std::array<unsigned char, 2> head{};
    if (::pread(file, head.data(), head.size(), 0) != 2 || head != mark) {
        return nullptr;
    }
    const auto own = ::fcntl(file, F_DUPFD_CLOEXEC, 0);  // NOLINT(*-vararg)
    if (own < 0) {
        return nullptr;
    }
    Gzip opened{::gzdopen(own, "rb")};
    if (!opened) {
        ::close(own);
        return nullptr;
    }
    constexpr unsigned block = 1U << 17U;
    ::gzbuffer(opened.get(), block);
    return opened;
}

Error spool_error() {
    return {ErrorId::file_unwritable, {"temporary file", std::generic_category().message(errno)}};
}

/// Bytes read at `offset`, or -1 with errno.
ssize_t read_at(int file, std::span<char> into, std::uint64_t offset) {
    for (;;) {
        const auto size = ::pread(file, into.data(), into.size(), static_cast<off_t>(offset));
        if (size >= 0 || errno != EINTR) {
            return size;
        }
    }
}

/// Bytes read, or -1 with errno.
ssize_t read_on(int file, std::span<char> into) {
    for (;;) {
        const auto size = ::read(file, into.data(), into.size());
        if (size >= 0 || errno != EINTR) {
            return size;
        }
    }
}

/// Bytes read, or -1 with errno.
ssize_t read_on(std::istream& stream, std::span<char> into) {
    stream.read(into.data(), static_cast<std::streamsize>(into.size()));
    if (stream.bad()) {
        errno = EIO;
        return -1;
    }
    return stream.gcount();
}

/// False with errno when not all could be written.
bool write_at(int file, std::string_view bytes, std::uint64_t offset) {
    while (!bytes.empty()) {
        const auto size = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (size < 0 && errno != EINTR) {
            return false;
        }
        if (size > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(size));
            offset += static_cast<std::uint64_t>(size);
        }
    }
    return true;
}

}  // namespace

struct Input::State {
    explicit State(std::string called) : name(std::move(called)) {}

    /// Takes `file` as the source, from where it stands.
    void use(int file);
    Result<std::size_t> read_again(int file, std::span<char> into, std::uint64_t offset);
    Result<std::size_t> read_once(std::span<char> into);
    Result<std::size_t> unpack(std::span<char> into);
    std::optional<Error> keep(std::string_view bytes);
    std::optional<Error> wait_for_writer(int file, bool is_pipe);
    std::size_t read_held(std::span<char> into);

    std::string name;
    Descriptor owned = {};
    int source = -1;
    std::istream* stream = nullptr;
    Gzip gzip = nullptr;
    bool seekable = false;
    std::uint64_t first = 0;  ///< where a seekable source begins
    std::uint64_t position = 0;
    std::optional<std::uint64_t> size = {};
    std::unique_ptr<std::FILE, Close> spool = {};
    std::string held = {};   ///< what has been read, as long as there is no spool
    std::uint64_t kept = 0;  ///< bytes in `held` or the spool
};

void Input::State::use(int file) {
    source = file;
    struct stat facts {};
    if (::fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        return;
    }
    const auto start = ::lseek(file, 0, SEEK_CUR);
    if (start < 0) {
        return;
    }
    seekable = true;
    first = static_cast<std::uint64_t>(start);
    size = static_cast<std::uint64_t>(std::max<off_t>(facts.st_size - start, 0));
    ::posix_fadvise(file, start, 0, POSIX_FADV_SEQUENTIAL);
}

Result<std::size_t> Input::State::read_again(int file, std::span<char> into, std::uint64_t offset) {
    const auto count = read_at(file, into, offset);
    if (count < 0) {
        return reading_error(name, errno);
    }
    position += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
}

Result<std::size_t> Input::State::read_once(std::span<char> into) {
    const auto count = stream != nullptr ? read_on(*stream, into) : read_on(source, into);
    if (count < 0) {
        return reading_error(name, errno);
    }
    const auto length = static_cast<std::size_t>(count);
    if (auto error = keep({into.data(), length})) {
        return *std::move(error);
    }
    position += length;
    return length;
}

Result<std::size_t> Input::State::unpack(std::span<char> into) {
    const auto most = static_cast<unsigned>(std::min<std::size_t>(into.size(), 1U << 30U));
    const auto count = ::gzread(gzip.get(), into.data(), most);
    int code = Z_OK;
    std::string_view said = ::gzerror(gzip.get(), &code);
    if (const auto colon = said.find(": "); colon != std::string_view::npos) {
        said.remove_prefix(colon + 2);  // "<fd:5>: "
    }
    if (count < 0 || code == Z_BUF_ERROR) {
        return code == Z_ERRNO ? reading_error(name, errno)
                               : Error{ErrorId::gzip_damaged, {said}, {name}};
    }
    position += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
}

std::optional<Error> Input::State::keep(std::string_view bytes) {
    constexpr std::size_t most_held = 1U << 20U;
    if (!spool && held.size() + bytes.size() <= most_held) {
        held += bytes;
        kept = held.size();
        return std::nullopt;
    }
    if (!spool) {
        spool.reset(std::tmpfile());  // NOLINT(*-owning-memory): Close closes it
        if (!spool || !write_at(::fileno(spool.get()), held, 0)) {
            return spool_error();
        }
        held = {};
    }
    if (!write_at(::fileno(spool.get()), bytes, kept)) {
        return spool_error();
    }
    kept += bytes.size();
    return std::nullopt;
}

/// Waits some seconds until somebody writes into a pipe, and lets reads wait from then on.
std::optional<Error> Input::State::wait_for_writer(int file, bool is_pipe) {
    constexpr int most_tries = 100;
    constexpr int milliseconds = 50;
    std::array<char, 512> head{};
    for (int tries = 0; is_pipe; ++tries) {
        const auto count = read_on(file, head);
        if (count > 0) {
            if (auto error = keep({head.data(), static_cast<std::size_t>(count)})) {
                return error;
            }
            break;
        }
        if (count < 0) {
            break;  // a writer is there, what he writes is not yet
        }
        if (tries == most_tries) {
            return Error{ErrorId::pipe_silent, {}, {name}};
        }
        ::poll(nullptr, 0, milliseconds);
    }
    ::fcntl(file, F_SETFL, 0);  // NOLINT(*-vararg)
    return std::nullopt;
}

std::size_t Input::State::read_held(std::span<char> into) {
    const auto count = held.copy(into.data(), into.size(), position);
    position += count;
    return count;
}

Input::Input(std::unique_ptr<State> state) : state_(std::move(state)) {}
Input::Input(Input&& other) noexcept = default;
Input& Input::operator=(Input&& other) noexcept = default;
Input::~Input() = default;

Result<Input> Input::open(const std::filesystem::path& path) {
    // NOLINTNEXTLINE(*-vararg): a named pipe would wait for its writer, however long that takes
    Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.get() < 0) {
        return reading_error(path, errno);
    }
    struct stat facts {};
    if (::fstat(file.get(), &facts) == 0 && S_ISDIR(facts.st_mode)) {
        return reading_error(path, EISDIR);
    }
    auto state = std::make_unique<State>(path.string());
    state->use(file.get());
    if (auto error = state->wait_for_writer(file.get(), S_ISFIFO(facts.st_mode))) {
        return *std::move(error);
    }
    state->gzip = open_gzip(file.get());
    state->owned = std::move(file);
    return Input{std::move(state)};
}

Input Input::from_descriptor(int descriptor, std::string name) {
    auto state = std::make_unique<State>(std::move(name));
    state->use(descriptor);
    return Input{std::move(state)};
}

Input Input::from_stream(std::istream& stream, std::string name) {
    auto state = std::make_unique<State>(std::move(name));
    state->stream = &stream;
    return Input{std::move(state)};
}

const std::string& Input::name() const noexcept {
    return state_->name;
}

Result<std::size_t> Input::read(std::span<char> into) {
    if (state_->gzip) {
        return state_->unpack(into);
    }
    if (state_->seekable) {
        return state_->read_again(state_->source, into, state_->first + state_->position);
    }
    if (state_->position < state_->kept && !state_->spool) {
        return state_->read_held(into);
    }
    if (state_->position < state_->kept) {
        const auto left = std::min<std::uint64_t>(into.size(), state_->kept - state_->position);
        return state_->read_again(::fileno(state_->spool.get()),
                                  into.first(static_cast<std::size_t>(left)),
                                  state_->position);
    }
    return state_->read_once(into);
}

Result<int> Input::whole_file() {
    const bool is_file = state_->seekable && state_->first == 0 && !state_->gzip;
    if (is_file) {
        const auto own = ::fcntl(state_->source, F_DUPFD_CLOEXEC, 0);  // NOLINT(*-vararg)
        return own < 0 ? Result<int>{reading_error(state_->name, errno)} : own;
    }
    const std::unique_ptr<std::FILE, Close> file{std::tmpfile()};  // NOLINT(*-owning-memory)
    if (!file) {
        return spool_error();
    }
    constexpr std::size_t block_size = 1U << 17U;
    std::vector<char> block(block_size);
    std::uint64_t offset = 0;
    rewind();
    for (;;) {
        const auto size = read(block);
        if (!size) {
            return size.error();
        }
        if (*size == 0) {
            break;
        }
        if (!write_at(::fileno(file.get()), {block.data(), *size}, offset)) {
            return spool_error();
        }
        offset += *size;
    }
    const auto own = ::fcntl(::fileno(file.get()), F_DUPFD_CLOEXEC, 0);  // NOLINT(*-vararg)
    return own < 0 ? Result<int>{spool_error()} : own;
}

void Input::rewind() noexcept {
    state_->position = 0;
    if (state_->gzip) {
        ::gzrewind(state_->gzip.get());
    }
}

std::uint64_t Input::position() const noexcept {
    return state_->position;
}

std::uint64_t Input::progress() const noexcept {
    return state_->gzip ? static_cast<std::uint64_t>(::gzoffset(state_->gzip.get()))
                        : state_->position;
}

std::optional<std::uint64_t> Input::size() const noexcept {
    return state_->size;
}

std::string read_all(Input& input, std::size_t most) {
    constexpr std::size_t block_size = 1U << 16U;
    std::vector<char> block(block_size);
    std::string bytes;
    while (const auto size = input.read(block).or_throw()) {
        bytes.append(block.data(), size);
        if (bytes.size() > most) {
            throw Failure{Error{
                ErrorId::file_too_large, {input.name(), std::to_string(most)}, {input.name()}}};
        }
    }
    return bytes;
}

}  // namespace dudao::exchange
