#pragma once

#include "base/error.hpp"
#include "exchange/zip_archive.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// The attributes of an element. They last as long as the call that brings them.
class XmlAttributes {
  public:
    /// `pairs` are names and values in turn, ended by null.
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

    /// The value of the attribute with this name, "" when there is none. A name that begins with a
    /// colon stands for any prefix.
    std::string_view get(std::string_view name) const noexcept;

  private:
    const char* const* pairs_;
};

/// What an XML text consists of, told from front to back. Names come without their prefixes.
class XmlEvents {
  public:
    virtual ~XmlEvents() = default;
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// May come in several pieces.
    virtual void text(std::string_view piece) = 0;
};

/// Tells `events` what a part of a workbook consists of, piece by piece. Document types, and with
/// them entities of any kind, are refused.
class XmlReader {
  public:
    /// `events` must outlive the reader.
    XmlReader(std::unique_ptr<ZipPart> part, XmlEvents& events);
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;
    ~XmlReader();

    /// Reads on; false at the end. Errors: xlsx_damaged, xlsx_doctype; those of ZipPart::read().
    Result<bool> read_on();

    /// Reads to the end. Errors: as read_on().
    std::optional<Error> read_all();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dudao::exchange
