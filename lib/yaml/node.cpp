#include "yaml/node.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "yaml/plain_map.hpp"
#include "yaml/problems.hpp"
#include "yaml/source.hpp"
#include "yaml/syntax_error.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

namespace dudao::yaml {

namespace {

/// Ends the parsing: the error that it stands for is already noted.
class Abandoned : public std::exception {};

/// Makes nodes of yaml-cpp's events.
class Builder final : public YAML::EventHandler {
  public:
    explicit Builder(Source& source) : source_(&source) {}

    std::vector<Error> take_errors() { return std::move(errors_); }
    Node take_root() { return std::move(root_); }

    void note(Error error) {
        if (errors_.size() == Problems::most) {
            errors_.push_back(too_many_problems(source_->file()));
            throw Abandoned{};
        }
        errors_.push_back(std::move(error));
    }

    /// What was in quotes last: where people look for a quote that they forgot to close.
    const QuotedSpan& last_quoted() const noexcept { return last_quoted_; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ == 0) {
            return;
        }
        const auto offset = offset_of(mark);
        const bool marked = source_->text().substr(offset).starts_with("---");
        abandon(marked ? ErrorId::yaml_two_documents : ErrorId::yaml_structure, offset);
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        add(node_at(mark, NodeKind::scalar, anchor));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        note(ErrorId::yaml_alias, offset_of(mark));
        add(node_at(mark, NodeKind::scalar, 0));
    }

    void OnScalar(const YAML::Mark& mark,
                  const std::string& /*tag*/,
                  YAML::anchor_t anchor,
                  const std::string& value) override {
        const auto offset = offset_of(mark);
        auto node = node_at(mark, NodeKind::scalar, anchor);
        const auto first = source_->at(offset);
        node.quoted = first == '"' || first == '\'' || first == '|' || first == '>';
        if (first == '"' || first == '\'') {
            last_quoted_ = quoted_span(source_->text(), offset);
            if (!last_quoted_.close) {
                abandon(ErrorId::yaml_quote_open, offset);
            }
        }
        if (is_text(value)) {
            node.text = value;
        } else {
            note(ErrorId::yaml_bad_escape, offset);
        }
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark,
                         const std::string& /*tag*/,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(node_at(mark, NodeKind::list, anchor));
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark,
                    const std::string& /*tag*/,
                    YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(node_at(mark, NodeKind::map, anchor));
    }

    void OnMapEnd() override {
        refuse_twins(opened_.back().node);
        close();
    }

  private:
    /// A list or map that is not complete yet.
    struct Opened {
        Node node;
        std::optional<Node> key = {};  ///< waits for its value
    };

    static std::size_t offset_of(const YAML::Mark& mark) noexcept {
        return static_cast<std::size_t>(std::max(mark.pos, 0));
    }

    void note(ErrorId id, std::size_t offset, std::vector<Arg> args = {}) {
        note({id, std::move(args), source_->place(offset)});
    }

    [[noreturn]] void abandon(ErrorId id, std::size_t offset, std::vector<Arg> args = {}) {
        note(id, offset, std::move(args));
        throw Abandoned{};
    }

    Node node_at(const YAML::Mark& mark, NodeKind kind, YAML::anchor_t anchor) {
        const auto offset = offset_of(mark);
        if (++nodes_ > most_nodes) {
            abandon(ErrorId::yaml_too_many_nodes, offset, {std::to_string(most_nodes)});
        }
        if (anchor != 0) {
            note(ErrorId::yaml_alias, offset);
        } else if (source_->at(offset) == '!') {
            note(ErrorId::yaml_tag, offset);
        }
        const auto place = source_->place(offset);
        Node node;
        node.kind = kind;
        node.line = place.line;
        node.column = place.column;
        return node;
    }

    Place place_of(const Node& node) const { return {source_->file(), node.line, node.column}; }

    void open(Node node) {
        if (opened_.size() == most_levels) {
            note({ErrorId::yaml_too_deep, {std::to_string(most_levels)}, place_of(node)});
            throw Abandoned{};
        }
        opened_.push_back({std::move(node)});
    }

    void close() {
        auto node = std::move(opened_.back().node);
        opened_.pop_back();
        add(std::move(node));
    }

    void add(Node node) {
        if (opened_.empty()) {
            root_ = std::move(node);
            return;
        }
        auto& parent = opened_.back();
        if (parent.node.kind == NodeKind::list) {
            parent.node.items.push_back(std::move(node));
        } else if (parent.key) {
            parent.node.entries.push_back({*std::exchange(parent.key, {}), std::move(node)});
        } else {
            check_key(node);
            parent.key = std::move(node);
        }
    }

    void check_key(const Node& key) {
        if (key.kind != NodeKind::scalar || key.text.empty()) {
            note({ErrorId::yaml_bad_key, {}, place_of(key)});
        } else if (key.text == "<<" && !key.quoted) {
            note({ErrorId::yaml_merge_key, {}, place_of(key)});
        }
    }

    void refuse_twins(const Node& map) {
        std::map<std::string_view, std::size_t> lines;
        for (const auto& [key, value] : map.entries) {
            const auto [before, is_new] = lines.emplace(key.text, key.line);
            if (!is_new && !key.text.empty()) {
                note({ErrorId::yaml_duplicate_key,
                      {shortened(key.text), std::to_string(before->second)},
                      place_of(key)});
            }
        }
    }

    Source* source_;
    std::vector<Error> errors_;
    std::vector<Opened> opened_;
    Node root_;
    QuotedSpan last_quoted_;
    std::size_t nodes_ = 0;
    int documents_ = 0;
};

/// All events of the source into `builder`, and what the parser says against it.
void run_parser(Source& source, Builder& builder) {
    // yaml-cpp 0.7 handles an open quote in one of two ways: with a line break at the end, always
    // in the one that the builder sees.
    std::string yaml{source.text()};
    if (!yaml.ends_with('\n')) {
        yaml += '\n';
    }
    std::istringstream input{yaml};
    try {
        YAML::Parser parser{input};
        if (parser.HandleNextDocument(builder)) {
            parser.HandleNextDocument(builder);
        }
    } catch (const YAML::Exception& e) {
        const auto offset = static_cast<std::size_t>(std::max(e.mark.pos, 0));
        builder.note(syntax_error(source, e.msg, offset, builder.last_quoted()));
    } catch (const Abandoned&) {  // NOLINT(bugprone-empty-catch): its error is noted
    }
}

/// Why the file is not to be parsed.
std::optional<Error> first_problem(Source& source, std::size_t bytes) {
    if (bytes > most_bytes) {
        return Error{ErrorId::yaml_too_large, {std::to_string(most_bytes / 1024)}, {source.file()}};
    }
    return source.first_problem();
}

Parsed parse_with_library(Source& source) {
    Builder builder{source};
    run_parser(source, builder);
    return {.root = builder.take_root(), .errors = builder.take_errors()};
}

}  // namespace

bool operator==(const Node& a, const Node& b) {
    return a.kind == b.kind && a.text == b.text && a.quoted == b.quoted && a.line == b.line &&
           a.column == b.column && a.items == b.items && a.entries == b.entries;
}

bool operator==(const Entry& a, const Entry& b) {
    return a.key == b.key && a.value == b.value;
}

const Node* value_of(const Node& map, std::string_view key) noexcept {
    const auto found = std::find_if(map.entries.begin(),
                                    map.entries.end(),
                                    [&](const Entry& entry) { return entry.key.text == key; });
    return found == map.entries.end() ? nullptr : &found->value;
}

Parsed parse(std::string_view yaml, std::string_view file) {
    Source source{yaml, file};
    if (const auto problem = first_problem(source, yaml.size())) {
        return {.errors = {*problem}};
    }
    if (auto root = parse_plain_map(source)) {
        return {.root = *std::move(root)};
    }
    return parse_with_library(source);
}

Parsed parse_the_long_way(std::string_view yaml, std::string_view file) {
    Source source{yaml, file};
    if (const auto problem = first_problem(source, yaml.size())) {
        return {.errors = {*problem}};
    }
    return parse_with_library(source);
}

}  // namespace dudao::yaml
