#include "exchange/xml.hpp"

#include "base/error_id.hpp"

#include <fmt/format.h>

#include <array>
#include <expat.h>
#include <utility>

namespace dudao::exchange {

namespace {

std::string_view without_prefix(std::string_view name) noexcept {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct FreeParser {
    void operator()(XML_ParserStruct* parser) const noexcept { ::XML_ParserFree(parser); }
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const noexcept {
    for (const auto* pair = pairs_; *pair != nullptr; pair += 2) {
        const std::string_view found = *pair;
        if (name.starts_with(':') ? found.ends_with(name) : found == name) {
            return pair[1];
        }
    }
    return {};
}

struct XmlReader::State {
    std::unique_ptr<ZipPart> part;
    XmlEvents& events;
    std::unique_ptr<XML_ParserStruct, FreeParser> parser{::XML_ParserCreate(nullptr)};
    bool has_doctype = false;

    static State& of(void* data) { return *static_cast<State*>(data); }

    static void begin(void* data, const char* name, const char** attributes) {
        of(data).events.begin(without_prefix(name), XmlAttributes{attributes});
    }
    static void end(void* data, const char* name) { of(data).events.end(without_prefix(name)); }
    static void text(void* data, const char* piece, int size) {
        of(data).events.text({piece, static_cast<std::size_t>(size)});
    }
    static void doctype(void* data,
                        const char* /*name*/,
                        const char* /*system_id*/,
                        const char* /*public_id*/,
                        int /*has_subset*/) {
        auto& state = of(data);
        state.has_doctype = true;
        ::XML_StopParser(state.parser.get(), XML_FALSE);
    }
};

XmlReader::XmlReader(std::unique_ptr<ZipPart> part, XmlEvents& events)
    : state_(new State{std::move(part), events}) {
    auto* parser = state_->parser.get();
    ::XML_SetUserData(parser, state_.get());
    ::XML_SetElementHandler(parser, State::begin, State::end);
    ::XML_SetCharacterDataHandler(parser, State::text);
    ::XML_SetStartDoctypeDeclHandler(parser, State::doctype);
}

XmlReader::~XmlReader() = default;

Result<bool> XmlReader::read_on() {
    constexpr std::size_t piece = 1U << 16U;
    auto* parser = state_->parser.get();
    auto* block = static_cast<char*>(::XML_GetBuffer(parser, static_cast<int>(piece)));
    if (block == nullptr) {
        throw std::bad_alloc{};
    }
    const auto size = state_->part->read({block, piece});
    if (!size) {
        return size.error();
    }
    if (::XML_ParseBuffer(parser, static_cast<int>(*size), *size == 0 ? 1 : 0) == XML_STATUS_OK) {
        return *size != 0;
    }
    const auto& part = state_->part->name();
    if (state_->has_doctype) {
        return Error{ErrorId::xlsx_doctype, {part}, {state_->part->archive_name()}};
    }
    const auto why = fmt::format("{}:{}: {}",
                                 part,
                                 ::XML_GetCurrentLineNumber(parser),
                                 ::XML_ErrorString(::XML_GetErrorCode(parser)));
    return Error{ErrorId::xlsx_damaged, {why}, {state_->part->archive_name()}};
}

std::optional<Error> XmlReader::read_all() {
    for (;;) {
        const auto more = read_on();
        if (!more) {
            return more.error();
        }
        if (!*more) {
            return std::nullopt;
        }
    }
}

}  // namespace dudao::exchange
