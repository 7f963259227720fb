#include "document.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace dudao::pdf {

namespace {

using nlohmann::json;

constexpr int known_document = 1;

Tone tone_of(const std::string& word) {
    static const std::vector<std::pair<std::string, Tone>> tones{{"strong", Tone::strong},
                                                                 {"dim", Tone::dim},
                                                                 {"good", Tone::good},
                                                                 {"warn", Tone::warn},
                                                                 {"bad", Tone::bad}};
    for (const auto& [name, tone] : tones) {
        if (name == word) {
            return tone;
        }
    }
    return Tone::plain;
}

Text read_text(const json& from) {
    return {from.at("text"), tone_of(from.at("tone"))};
}

template <class T, class Read>
std::vector<T> read_all(const json& from, const Read& read) {
    std::vector<T> all;
    for (const auto& each : from) {
        all.push_back(read(each));
    }
    return all;
}

Table read_table(const json& from) {
    Table table{.title = from.at("title")};
    table.columns = read_all<Column>(from.at("columns"), [](const json& column) {
        return Column{column.at("title"), column.at("right")};
    });
    table.rows = read_all<std::vector<Text>>(
        from.at("rows"), [](const json& row) { return read_all<Text>(row, read_text); });
    for (const auto& row : table.rows) {
        if (row.size() != table.columns.size()) {
            throw std::runtime_error{"a row has not one text for each column"};
        }
    }
    table.bars = from.at("bars").get<std::vector<int>>();
    return table;
}

Part read_part(const json& from) {
    Part part{.heading = from.at("heading"), .note = from.at("note")};
    part.pictures = read_all<Picture>(from.at("pictures"), [](const json& picture) {
        return Picture{picture.at("caption"), picture.at("svg"), picture.at("small")};
    });
    part.tables = read_all<Table>(from.at("tables"), read_table);
    return part;
}

}  // namespace

Document read_document(const std::string& text) {
    const auto from = json::parse(text);
    if (from.at("document") != known_document) {
        throw std::runtime_error{"a document of another version"};
    }
    Document document{.language = from.at("language"),
                      .title = from.at("title"),
                      .chain = from.at("chain"),
                      .made = from.at("made"),
                      .style = from.at("style"),
                      .contents = from.at("contents")};
    document.facts = read_all<Fact>(from.at("facts"), [](const json& fact) {
        return Fact{fact.at("label"), fact.at("value")};
    });
    document.figures = read_all<KeyFigure>(from.at("figures"), [](const json& figure) {
        return KeyFigure{figure.at("label"),
                         figure.at("value"),
                         figure.at("basis"),
                         read_all<Text>(figure.at("changes"), read_text)};
    });
    document.parts = read_all<Part>(from.at("parts"), read_part);
    return document;
}

}  // namespace dudao::pdf
