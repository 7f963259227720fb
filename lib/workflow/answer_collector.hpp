#pragma once

#include "store/inspections.hpp"
#include "store/people.hpp"
#include "workflow/history.hpp"
#include "workflow/record.hpp"
#include "workflow/session.hpp"
#include "workflow/take_file.hpp"
#include "workflow/waivers.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dudao::workflow {

/// What a file says of a visit beside its answers. What is blank says nothing.
struct VisitTexts {
    std::string_view unit;
    std::string_view at;
    std::string_view inspector;
    std::string_view ref;
    std::string_view checklist;
    std::string_view kind;
    std::string_view profile;

    bool operator==(const VisitTexts&) const = default;
};

/// One answer as a file says it. What is blank says nothing.
struct AnswerTexts {
    std::string_view answer = {};
    std::string_view value = {};
    std::string_view remark = {};
    std::span<const std::string> evidence = {};  ///< names of files
    const domain::IssueAmendment* issue = nullptr;
    bool remark_follows = false;  ///< in a later call
};

/// What is wrong, and with which field of the file.
struct AnswerError {
    Error error;
    std::string_view field;
};

/// Gathers answers from rows in any order into visits. Made for millions of rows: one that goes on
/// with the visit of the row before costs a few comparisons.
class AnswerCollector {
  public:
    /// `checklist` is what --checklist says: "CODE" or "CODE@VERSION"; empty: each visit says.
    /// `reason` is why recorded visits are corrected; empty: they are not.
    /// Errors (thrown): no_such_checklist.
    AnswerCollector(Session& session,
                    std::string_view checklist,
                    TakeFile take_file,
                    std::string reason = {});

    /// Goes to the visit that a row belongs to. `line` is for later messages. `must_be_new`: the
    /// format has one row a visit. What is wrong with a visit is said at its first row; at the
    /// others it is visit_refused.
    std::optional<AnswerError> visit(const VisitTexts& texts, std::size_t line, bool must_be_new);

    /// Goes on with the visit of the last call.
    std::optional<AnswerError> same_visit() const;

    /// Goes to a recorded visit that is to be corrected. An answer given from now on stands in the
    /// place of the recorded one, without its remark and what was said of its issue; one that only
    /// has a remark, evidence or something to say of its issue leaves the answer as it is. Evidence
    /// is never taken away. Errors (thrown): visit_voided, visit_corrected.
    void correct(const store::InspectionRow& row);

    /// The position of an item in the checklist of the visit. Promises: visit() had no error.
    std::optional<std::size_t> position(std::string_view item);

    /// Gives the answer of the item at `position`.
    std::optional<AnswerError> answer(std::size_t position, const AnswerTexts& texts);

    /// The first item of the visit that is not applicable without the reason that it asks for: what
    /// a format must ask whose remarks come after the answers.
    std::optional<std::size_t> missing_reason() const;

    /// The id of the visit. Promises: visit() had no error.
    const Ulid& id() const { return open_->id; }

    /// An item of the visit's checklist.
    const domain::Item& item(std::size_t position) const {
        return *open_->list->use->sheet().items()[position].item;
    }

    /// Some row of the visit is refused: the visit is not to be recorded.
    void spoil() noexcept;

    /// Settles what is to become of the visits. Of those recorded already, the ones with other
    /// answers are spoilt and listed (visit_differs, at the line of `file` where the visit begins);
    /// what was left out of one when it was recorded stays so. Of the new ones it leaves out what
    /// is waived, what does not belong to the profile, and what conditions hide. With a reason to
    /// correct them those with other answers are corrected, and spoilt only where they were voided
    /// (visit_voided). Called once, after the last answer.
    std::vector<Error> settle(const std::string& file);

    /// Whether such a row, on this line, belongs to a visit that is spoilt or was there already.
    bool is_spoilt(const VisitTexts& texts, std::size_t line, bool must_be_new);

    /// What came of all rows.
    struct Collected {
        std::int64_t added = 0;
        std::int64_t corrected = 0;
        std::int64_t unchanged = 0;  ///< recorded before, with the same answers
        std::int64_t answers = 0;    ///< given in both
        std::int64_t waived = 0;     ///< items that were not to be looked at, in both
    };

    /// Hands the visits that are new and not spoilt to `recorder`; the collector must live until it
    /// has written. Promises: settle() was called.
    Collected finish(Recorder& recorder);

  private:
    struct Place {
        std::int64_t key = 0;
        std::string_view code;
        std::uint32_t zone = 0;
    };

    /// A text seen before at an item, with the mark that it means.
    struct Seen {
        std::string text;
        domain::Mark mark;
    };

    struct List {
        std::unique_ptr<ChecklistInUse> use;
        std::vector<std::string_view> items;  ///< their ids, by position
        std::vector<std::vector<Seen>> seen;  ///< by position
    };

    struct Visit {
        Ulid id{};
        const Place* unit = nullptr;
        List* list = nullptr;
        const store::PersonRow* inspector = nullptr;
        Instant at{};
        Day day{};
        std::string_view ref = {};
        const store::VisitFactRow* facts = nullptr;
        const domain::Profile* profile = nullptr;
        domain::VisitKind kind = domain::VisitKind::routine;
        std::uint32_t line = 0;
        bool spoilt = false;
        bool recorded = false;  ///< before, with the same answers
        char* results = nullptr;
        std::string_view details = {};
        const Corrected* corrects = nullptr;
    };

    struct OpenDetail {
        std::size_t position = 0;
        domain::AnswerDetail detail = {};
    };

    void load_units();
    std::optional<AnswerError> begin(const VisitTexts& texts, std::size_t line, bool must_be_new);
    std::optional<AnswerError> read(const VisitTexts& texts, Visit& visit);
    std::optional<AnswerError> read_profile(std::string_view id, Visit& visit);
    Result<List*> list_for(std::string_view code, Instant at);
    List* list_of(const store::ChecklistHead& head);
    domain::AnswerDetail& detail_at(std::size_t position);
    std::optional<AnswerError> keep_detail(std::size_t position,
                                           domain::AnswerDetail&& detail,
                                           const AnswerTexts& texts);
    std::optional<AnswerError> take_issue(std::size_t position,
                                          const domain::IssueAmendment& issue,
                                          domain::AnswerDetail& detail) const;
    std::optional<AnswerError> take_files(const AnswerTexts& texts, domain::AnswerDetail& detail);
    AnswerError twice(std::size_t position) const;
    Result<domain::Answer> parsed(std::size_t position, const AnswerTexts& texts);
    std::optional<domain::Mark> remembered(std::size_t position, const AnswerTexts& texts) const;
    std::optional<AnswerError> take_mark(std::size_t position,
                                         domain::Mark mark,
                                         const AnswerTexts& texts);
    void open(Visit& visit, const VisitTexts& texts);
    void remember(const VisitTexts& texts);
    void close();
    void replace_recorded(std::size_t position, const AnswerTexts& texts);
    void make_correction(Visit& visit, const store::InspectionRow& row);
    std::optional<Error> settle_recorded(Visit& visit, const Ulid& in_force, std::int64_t key);
    void drop_unchanged();
    static domain::Answers answers_of(const Visit& visit);
    void replace(Visit& visit, const domain::Answers& answers);
    bool is_recorded_as(Visit& visit, const store::KeptAnswers& kept);
    bool leaves_out(const Visit& visit) const;
    std::vector<Visit*> new_visits();
    void leave_out(Visit& visit);
    std::string_view keep(std::string_view text);
    VisitRecord record_of(const Visit& visit) const;

    Session* session_;
    TakeFile take_file_;
    std::string reason_;
    std::pmr::monotonic_buffer_resource memory_;
    std::vector<Zone> zones_;
    std::unordered_map<std::string_view, Place> units_;
    std::unordered_map<std::string, store::PersonRow> people_;
    std::vector<store::ChecklistHead> heads_;
    Waivers waivers_;
    History history_;
    std::map<std::int64_t, List> lists_;
    std::unordered_map<std::int64_t, domain::UnitFacts> facts_;  ///< of units asked about
    std::map<std::string, store::VisitFactRow, std::less<>> by_profile_;
    List* pinned_ = nullptr;
    std::string code_;

    std::deque<Visit> visits_;
    std::unordered_map<Ulid, Visit*> index_;
    Visit* open_ = nullptr;
    std::string open_bytes_;
    VisitTexts open_texts_{};  ///< of the visit that is open, or of one that was refused
    bool has_texts_ = false;   ///< else `open_texts_` say nothing
    std::vector<OpenDetail> details_;
    std::size_t expected_ = 0;  ///< the position that most likely comes next
    std::deque<Corrected> corrected_;
    std::deque<store::VisitFactRow> corrected_facts_;
    std::vector<bool> recorded_;  ///< of a visit to be corrected, by position: as it was recorded
};

}  // namespace dudao::workflow
