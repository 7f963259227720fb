#include "workflow/unit_list_writer.hpp"

#include "base/text.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/xlsx_writer.hpp"
#include "report/json_writer.hpp"
#include "workflow/unit_changes.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace dudao::workflow {

namespace {

/// The cells of a table, one after another.
class Cells {
  public:
    Cells() = default;
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;
    virtual ~Cells() = default;

    virtual void text(std::string_view text) = 0;  ///< that people wrote
    virtual void word(std::string_view word) = 0;  ///< of ours
    virtual void number(std::string_view digits) = 0;
    virtual void day(Day day) = 0;
    virtual void end_row() = 0;
    virtual void finish() {}
};

class CsvCells final : public Cells {
  public:
    CsvCells(std::string& out, const std::vector<std::string>& header, bool excel)
        : csv_(out, {.excel = excel, .guard_formulas = false}), excel_(excel) {
        for (const auto& name : header) {
            text(name);
        }
        end_row();
    }

    /// What the import would take an apostrophe from gets one more.
    void text(std::string_view text) override {
        const bool guards = exchange::is_guarded(text) || (excel_ && exchange::is_formula(text));
        if (guards) {
            csv_.field("'" + std::string{text});
        } else {
            csv_.field(text);
        }
    }
    void word(std::string_view word) override { csv_.field(word); }
    void number(std::string_view digits) override { csv_.field(digits); }
    void day(Day day) override { csv_.field(to_text(day)); }
    void end_row() override { csv_.end_row(); }

  private:
    exchange::CsvWriter csv_;
    bool excel_;
};

class XlsxCells final : public Cells {
  public:
    XlsxCells(std::string& out, const std::vector<std::string>& header, Instant created)
        : out_(&out), xlsx_(created) {
        xlsx_.sheet("stores", header);
    }

    void text(std::string_view text) override { xlsx_.text(text); }
    void word(std::string_view word) override { xlsx_.text(word); }
    void number(std::string_view digits) override { xlsx_.number(digits); }
    void day(Day day) override { xlsx_.day(day); }
    void end_row() override { xlsx_.end_row(); }
    void finish() override { *out_ += xlsx_.finish(); }

  private:
    std::string* out_;
    exchange::XlsxWriter xlsx_;
};

std::vector<std::string> header_of(const OwnColumns& own) {
    std::vector<std::string> header{"code",
                                    "name",
                                    "kind",
                                    "parent",
                                    "ownership",
                                    "status",
                                    "address",
                                    "lat",
                                    "lon",
                                    "opened_on",
                                    "head",
                                    "supervisor",
                                    "franchisee",
                                    "phone",
                                    "zone",
                                    "tags"};
    for (const auto& [name, text] : own) {
        header.push_back(text);
    }
    return header;
}

class TableUnits final : public UnitListWriter {
  public:
    TableUnits(std::unique_ptr<Cells> cells, const OwnColumns& own)
        : cells_(std::move(cells)), own_(&own) {}

    void add(const domain::Unit& unit) override {
        auto& cells = *cells_;
        cells.text(unit.code);
        cells.text(unit.name);
        cells.word(domain::unit_kinds.word(unit.kind));
        cells.text(unit.parent);
        cells.word(unit.ownership ? domain::ownerships.word(*unit.ownership) : "");
        cells.word(domain::unit_statuses.word(unit.status));
        cells.text(unit.address);
        cells.number(unit.coordinates ? domain::degrees_text(unit.coordinates->lat) : "");
        cells.number(unit.coordinates ? domain::degrees_text(unit.coordinates->lon) : "");
        if (unit.opened_on) {
            cells.day(*unit.opened_on);
        } else {
            cells.word("");
        }
        cells.text(unit.head);
        cells.text(unit.supervisor);
        cells.text(unit.franchisee);
        cells.text(unit.phone);
        cells.text(unit.zone);
        cells.text(unit.tags.empty() ? std::string{} : joined(unit.tags, ";"));
        add_attributes(unit);
        cells.end_row();
    }

    void finish() override { cells_->finish(); }

  private:
    void add_attributes(const domain::Unit& unit) {
        if (own_->empty()) {
            return;
        }
        const auto attributes = read_attributes(unit.attributes);
        for (const auto& [name, header] : *own_) {
            const auto found = attributes.find(name);
            cells_->text(found == attributes.end() ? std::string_view{} : found->second);
        }
    }

    std::unique_ptr<Cells> cells_;
    const OwnColumns* own_;
};

class JsonUnits final : public UnitListWriter {
  public:
    JsonUnits(std::string& out, const OwnColumns& own, bool lines)
        : out_(&out),
          own_(&own),
          lines_(lines),
          renames_(std::any_of(
              own.begin(), own.end(), [](const auto& each) { return each.first != each.second; })) {
        *out_ += lines_ ? "" : "[";
    }

    void add(const domain::Unit& unit) override {
        if (!lines_) {
            *out_ += is_first_ ? "\n" : ",\n";
        }
        is_first_ = false;
        text("{\"code\":", unit.code);
        text(",\"name\":", unit.name);
        text(",\"kind\":", domain::unit_kinds.word(unit.kind));
        text(",\"parent\":", unit.parent);
        text(",\"ownership\":",
             unit.ownership ? domain::ownerships.word(*unit.ownership) : std::string_view{});
        text(",\"status\":", domain::unit_statuses.word(unit.status));
        text(",\"address\":", unit.address);
        const auto& place = unit.coordinates;
        raw(",\"lat\":", place ? domain::degrees_text(place->lat) : "null");
        raw(",\"lon\":", place ? domain::degrees_text(place->lon) : "null");
        text(",\"opened_on\":", unit.opened_on ? to_text(*unit.opened_on) : std::string{});
        text(",\"head\":", unit.head);
        text(",\"supervisor\":", unit.supervisor);
        text(",\"franchisee\":", unit.franchisee);
        text(",\"phone\":", unit.phone);
        text(",\"zone\":", unit.zone);
        raw(",\"tags\":", "[");
        for (const auto& tag : unit.tags) {
            text(&tag == &unit.tags.front() ? "" : ",", tag);
        }
        raw("]", ",\"attributes\":");
        add_attributes(unit);
        *out_ += '}';
        *out_ += lines_ ? "\n" : "";
    }

    void finish() override { *out_ += lines_ ? "" : "\n]\n"; }

  private:
    /// What stands before the value, which is JSON: rows are many, and their names stay the same.
    void raw(std::string_view before, std::string_view value) {
        *out_ += before;
        *out_ += value;
    }

    /// null for an empty text.
    void text(std::string_view before, std::string_view value) {
        *out_ += before;
        report::JsonWriter{*out_}.text_or_null(value);
    }

    void add_attributes(const domain::Unit& unit) {
        if (!renames_) {
            *out_ += unit.attributes.empty() ? "{}" : unit.attributes;
            return;
        }
        report::JsonWriter json{*out_};
        json.begin_object();
        for (const auto& [name, value] : read_attributes(unit.attributes)) {
            json.member(own_->at(name), value);
        }
        json.end_object();
    }

    std::string* out_;
    const OwnColumns* own_;
    bool lines_;
    bool renames_;  ///< a header is not the name of its attribute
    bool is_first_ = true;
};

}  // namespace

std::unique_ptr<UnitListWriter> unit_list_writer(std::string& out,
                                                 const UnitExport& request,
                                                 const OwnColumns& own,
                                                 Instant now) {
    switch (request.format) {
        case ListFormat::csv:
            return std::make_unique<TableUnits>(
                std::make_unique<CsvCells>(out, header_of(own), request.excel), own);
        case ListFormat::xlsx:
            return std::make_unique<TableUnits>(
                std::make_unique<XlsxCells>(out, header_of(own), now), own);
        default:
            return std::make_unique<JsonUnits>(out, own, request.format == ListFormat::jsonl);
    }
}

}  // namespace dudao::workflow
