#include "yaml/causes.hpp"

#include "base/error_id.hpp"
#include "yaml/ids.hpp"
#include "yaml/map_reader.hpp"

#include <set>
#include <string>
#include <utility>

namespace dudao::yaml {

namespace {

constexpr std::size_t deepest = 5;

class CauseReader {
  public:
    explicit CauseReader(Problems& problems) : problems_(&problems) {}

    /// The nodes of a list, whose codes begin with `prefix`.
    void read(const Node& list, const std::string& prefix, std::size_t depth) {
        for (const auto& node : read_list(list, *problems_)) {
            read_node(node, prefix, depth);
        }
    }

    domain::CauseTree take() { return std::move(tree_); }

  private:
    void read_node(const Node& node, const std::string& prefix, std::size_t depth) {
        MapReader map{node, *problems_};
        const auto* code = map.must_find("code");
        const auto* name = map.must_find("name");
        const auto* below = depth < deepest ? map.find("causes") : nullptr;
        map.finish();
        const auto id = code == nullptr ? std::nullopt : read_id(*code, *problems_);
        if (!id || name == nullptr) {
            return;
        }
        if (id->find('.') != std::string::npos) {
            problems_->error(*code, ErrorId::cause_with_dot, {*id});
        }
        const auto full = prefix + *id;
        if (!seen_.insert(full).second) {
            report_twice(*code, *problems_, full);
        }
        tree_.push_back({full, read_local_text(*name, *problems_, true)});
        if (below != nullptr) {
            read(*below, full + '.', depth + 1);
        }
    }

    Problems* problems_;
    domain::CauseTree tree_;
    std::set<std::string> seen_;
};

}  // namespace

CausesReading read_causes(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    MapReader map{parsed.root, problems};
    const auto* list = map.must_find("causes");
    map.finish();
    CauseReader reader{problems};
    if (list != nullptr) {
        reader.read(*list, {}, 1);
    }
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.causes = reader.take()};
}

}  // namespace dudao::yaml
