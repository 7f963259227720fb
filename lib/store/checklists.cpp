#include "store/checklists.hpp"

#include "store/cells.hpp"
#include "store/statement.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view head_sql =
    "SELECT c.key, c.code, c.version, c.title, c.hash, c.published_at, c.published_by, "
    "(SELECT count(*) FROM checklist_item i WHERE i.checklist = c.key) FROM checklist c ";
constexpr std::string_view select_source_sql = "SELECT source FROM checklist WHERE key = $1";

Digest digest_of(std::string_view bytes) {
    Digest digest{};
    for (std::size_t at = 0; at < digest.size() && at < bytes.size(); ++at) {
        digest.at(at) = static_cast<std::uint8_t>(bytes[at]);
    }
    return digest;
}

ChecklistHead row_to_head(const Statement& row) {
    return {.key = row.integer(0),
            .code = row.text(1),
            .version = row.text(2),
            .title = row.text(3),
            .hash = digest_of(row.view(4)),
            .published_at = row.instant(5),
            .published_by = row.text(6),
            .items = row.integer(7)};
}

std::optional<ChecklistHead> one(Statement& query) {
    return query.step() ? std::optional{row_to_head(query)} : std::nullopt;
}

}  // namespace

std::vector<ChecklistHead> Checklists::heads() const {
    std::vector<ChecklistHead> heads;
    Statement query{*driver_, std::string{head_sql} + "ORDER BY c.code, c.key"};
    while (query.step()) {
        heads.push_back(row_to_head(query));
    }
    return heads;
}

std::optional<ChecklistHead> Checklists::find(std::string_view code,
                                              std::string_view version) const {
    Statement query{*driver_, std::string{head_sql} + "WHERE c.code = $1 AND c.version = $2"};
    return one(query.bind(code).bind(version));
}

std::optional<ChecklistHead> Checklists::in_force(std::string_view code, Instant at) const {
    Statement query{*driver_,
                    std::string{head_sql} +
                        "WHERE c.code = $1 AND c.published_at <= $2 "
                        "ORDER BY c.published_at DESC, c.version DESC LIMIT 1"};
    return one(query.bind(code).bind(cell(at)));
}

std::optional<ChecklistHead> Checklists::newest(std::string_view code) const {
    Statement query{*driver_,
                    std::string{head_sql} +
                        "WHERE c.code = $1 ORDER BY c.published_at DESC, c.version DESC LIMIT 1"};
    return one(query.bind(code));
}

std::string Checklists::source(std::int64_t key) const {
    Statement query{*driver_, select_source_sql};
    query.bind(key).step();
    return query.text(0);
}

}  // namespace dudao::store
