#include "base/file.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace dudao {

namespace {

/// An open file that is closed whatever happens.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    int get() const noexcept { return number_; }

  private:
    int number_;
};

std::string system_words(int code) {
    return std::generic_category().message(code);
}

[[noreturn]] void fail_writing(const std::filesystem::path& path, int code) {
    throw Failure{Error{ErrorId::file_unwritable, {path.string(), system_words(code)}}};
}

void write_all(int file, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            fail_writing(path, errno);
        }
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
}

/// Makes a rename in `folder` last.
void sync_folder(const std::filesystem::path& folder) {
    const Descriptor file{::open(folder.empty() ? "." : folder.c_str(),  // NOLINT(*-vararg)
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (file.get() >= 0) {
        ::fsync(file.get());
    }
}

/// Writes `bytes` to `temporary`, which is to become `path`.
void write_new(const std::filesystem::path& temporary,
               std::string_view bytes,
               const std::filesystem::path& path) {
    constexpr mode_t everyone_may_read = 0644;
    const Descriptor file{::open(temporary.c_str(),  // NOLINT(*-vararg)
                                 O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                                 everyone_may_read)};
    if (file.get() < 0) {
        fail_writing(path, errno);
    }
    write_all(file.get(), bytes, path);
    if (::fsync(file.get()) != 0) {
        fail_writing(path, errno);
    }
}

}  // namespace

Error reading_error(const std::filesystem::path& path, int code) {
    switch (code) {
        case ENOENT:
        case ENOTDIR:
            return {ErrorId::no_such_file, {path.string()}};
        case EACCES:
        case EPERM:
            return {ErrorId::file_not_permitted, {path.string()}};
        case EISDIR:
            return {ErrorId::file_is_directory, {path.string()}};
        default:
            return {ErrorId::file_unreadable, {path.string(), system_words(code)}};
    }
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t most) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};  // NOLINT(*-vararg)
    if (file.get() < 0) {
        return reading_error(path, errno);
    }
    constexpr std::size_t block_size = 1U << 16U;
    std::string bytes;
    std::array<char, block_size> block;  // NOLINT(*-member-init): read() fills it
    for (;;) {
        const auto size = ::read(file.get(), block.data(), block.size());
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size < 0) {
            return reading_error(path, errno);
        }
        if (size == 0) {
            return bytes;
        }
        bytes.append(block.data(), static_cast<std::size_t>(size));
        if (bytes.size() > most) {
            return Error{ErrorId::file_too_large, {path.string(), std::to_string(most)}};
        }
    }
}

void write_atomically(const std::filesystem::path& path, std::string_view bytes) {
    auto temporary = path;
    temporary += ".tmp" + std::to_string(::getpid());
    try {
        write_new(temporary, bytes, path);
        if (::rename(temporary.c_str(), path.c_str()) != 0) {
            fail_writing(path, errno);
        }
    } catch (const Failure&) {
        ::unlink(temporary.c_str());
        throw;
    }
    sync_folder(path.parent_path());
}

}  // namespace dudao
