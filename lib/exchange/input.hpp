#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace dudao::exchange {

/// The bytes of a file, a pipe or a stream, read once or several times. What cannot be read again
/// (a pipe, a terminal, a stream) is kept while it is read the first time: in memory, and beyond a
/// mebibyte in a temporary file without a name, which is gone when the program ends, however it
/// ends.
class Input {
  public:
    /// Opens a file or a named pipe. What a file holds is unpacked where gzip has packed it.
    /// Errors: no_such_file, file_not_permitted, file_is_directory, file_unreadable; pipe_silent
    /// when nobody writes into a pipe within some seconds.
    static Result<Input> open(const std::filesystem::path& path);

    /// What `descriptor` gives from here on, such as standard input; it is not closed. `name` is
    /// for messages.
    static Input from_descriptor(int descriptor, std::string name);

    /// What `stream` gives from here on; it must outlive the input.
    static Input from_stream(std::istream& stream, std::string name);

    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    Input(Input&& other) noexcept;
    Input& operator=(Input&& other) noexcept;
    ~Input();

    /// What the input is called in messages.
    const std::string& name() const noexcept;

    /// Puts the next bytes at the front of `into` and says how many; 0 only at the end.
    /// Errors: file_unreadable, file_is_directory, gzip_damaged; file_unwritable for the temporary
    /// file.
    Result<std::size_t> read(std::span<char> into);

    /// A descriptor of all the bytes, from the first on, where one may seek; the caller closes it.
    /// What cannot be read again is read to its end and kept. Errors: those of read().
    Result<int> whole_file();

    /// From the first byte again.
    void rewind() noexcept;

    /// Bytes read since the start or the last rewind().
    std::uint64_t position() const noexcept;

    /// How far it is read, of size(): less than position() when the file is packed.
    std::uint64_t progress() const noexcept;

    /// Bytes of the file, packed or not, where that is known before the end.
    std::optional<std::uint64_t> size() const noexcept;

  private:
    struct State;
    explicit Input(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

/// All bytes from here on, which may be `most`. Errors (thrown): file_too_large; those of
/// Input::read().
std::string read_all(Input& input, std::size_t most);

}  // namespace dudao::exchange
