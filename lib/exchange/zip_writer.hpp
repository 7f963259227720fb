#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dudao::exchange {

/// Writes a ZIP archive at the end of a string: the caller empties that when it likes, since
/// nothing is ever gone back to. Each part is deflated as it comes, and its size told after it. The
/// same parts give the same bytes on every day.
class ZipWriter {
  public:
    /// The most bytes that a part, or the archive, may have.
    static constexpr std::uint64_t largest = 0xFFFF'FFFF;

    /// `out` must outlive the writer.
    explicit ZipWriter(std::string& out);
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;
    ~ZipWriter();

    /// Begins a part. Promises: the one before has ended; the name is ASCII.
    void begin(std::string name);

    /// More of the part; false when that would make it larger than `largest`.
    [[nodiscard]] bool write(std::string_view bytes);

    /// Ends the part.
    void end();

    /// Ends the archive; false when it is larger than `largest`.
    [[nodiscard]] bool finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dudao::exchange
