#pragma once

#include "base/error.hpp"
#include "exchange/input.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dudao::exchange {

class ZipArchive;

/// One file of an archive, unpacked as it is read. It must not outlive the archive.
class ZipPart {
  public:
    ZipPart(const ZipPart&) = delete;
    ZipPart& operator=(const ZipPart&) = delete;
    ~ZipPart();

    /// The next bytes; 0 only at the end, where the checksum is right.
    /// Errors: xlsx_damaged, xlsx_too_large.
    Result<std::size_t> read(std::span<char> into);

    const std::string& name() const noexcept;

    /// Of the archive, for messages.
    const std::string& archive_name() const noexcept;

  private:
    friend class ZipArchive;
    struct State;
    explicit ZipPart(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The parts of a ZIP file by their names. Nothing is ever written to disk under such a name.
class ZipArchive {
  public:
    /// Opens what `input` holds. Errors (thrown): no_libzip, xlsx_damaged; those of Input::read().
    explicit ZipArchive(Input& input);
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;
    ~ZipArchive();

    /// The part with this name, whatever the case of its letters; null when there is none. `most`
    /// are the bytes that it may unpack to: they are counted as they come, whatever the archive
    /// says. Errors: xlsx_damaged, xlsx_encrypted.
    Result<std::unique_ptr<ZipPart>> part(std::string_view name, std::uint64_t most);

    const std::string& name() const noexcept;

  private:
    friend class ZipPart;
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dudao::exchange
