#include "base/file.hpp"

#include "base/error_id.hpp"

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

NewFile::NewFile(std::filesystem::path path) : path_(std::move(path)), temporary_(path_) {
    constexpr mode_t everyone_may_read = 0644;
    temporary_ += ".tmp" + std::to_string(::getpid());
    descriptor_ = ::open(temporary_.c_str(),  // NOLINT(*-vararg)
                         O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                         everyone_may_read);
    if (descriptor_ < 0) {
        fail_writing(path_, errno);
    }
}

NewFile::~NewFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        ::unlink(temporary_.c_str());
    }
}

void NewFile::write(std::string_view bytes) {
    write_all(descriptor_, bytes, path_);
}

void NewFile::commit() {
    if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
        fail_writing(path_, errno);
    }
    ::close(descriptor_);
    descriptor_ = -1;
    sync_folder(path_.parent_path());
}

void write_atomically(const std::filesystem::path& path, std::string_view bytes) {
    NewFile file{path};
    file.write(bytes);
    file.commit();
}

}  // namespace dudao
