#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace dudao {

/// All bytes of a regular file, or of a pipe, up to `most`.
/// Errors: no_such_file, file_not_permitted, file_is_directory, file_too_large, file_unreadable.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t most);

/// A file that is written piece by piece and stands at its path only when it is whole: until then
/// beside it, under another name.
class NewFile {
  public:
    /// Errors (thrown, here and below): file_unwritable, with what the system said.
    explicit NewFile(std::filesystem::path path);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    void write(std::string_view bytes);

    /// Syncs it and puts it at its path, in the place of a file that may be there.
    void commit();

  private:
    std::filesystem::path path_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
};

/// Puts `bytes` at `path` so that, whatever happens, either the old file or the whole new one is
/// there: a temporary file beside it, fsync, rename.
/// Errors (thrown): file_unwritable, with what the system said.
void write_atomically(const std::filesystem::path& path, std::string_view bytes);

/// The Error for what the system said last (errno) about `path`, while reading it.
Error reading_error(const std::filesystem::path& path, int code);

}  // namespace dudao
