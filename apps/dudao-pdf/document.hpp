#pragma once

#include <string>
#include <vector>

namespace dudao::pdf {

/// What a text means: its colour.
enum class Tone { plain, strong, dim, good, warn, bad };

struct Text {
    std::string text;
    Tone tone = Tone::plain;
};

struct Fact {
    std::string label;
    std::string value;
};

/// One of the figures at the top.
struct KeyFigure {
    std::string label;
    std::string value;
    std::string basis;
    std::vector<Text> changes;
};

struct Column {
    std::string title;
    bool right = false;  ///< figures: flush right, never broken
};

struct Table {
    std::string title = {};  ///< may be empty
    std::vector<Column> columns = {};
    std::vector<std::vector<Text>> rows = {};  ///< a text for each column
    std::vector<int> bars = {};                ///< per mille for each row, or empty
};

struct Picture {
    std::string caption;
    std::string svg;
    bool small = false;  ///< finds room beside others
};

struct Part {
    std::string heading;
    std::string note;  ///< may be empty
    std::vector<Picture> pictures = {};
    std::vector<Table> tables = {};
};

/// A report to be set, in words.
struct Document {
    std::string language;  ///< as in zh-CN
    std::string title;
    std::string chain;     ///< may be empty
    std::string made;      ///< moment, ISO 8601
    std::string style;     ///< CSS of the pictures
    std::string contents;  ///< the heading of the table of contents
    std::vector<Fact> facts = {};
    std::vector<KeyFigure> figures = {};
    std::vector<Part> parts = {};
};

/// The document that report::render_document() of dudao writes. Errors (thrown): std::exception for
/// anything else.
Document read_document(const std::string& json);

}  // namespace dudao::pdf
