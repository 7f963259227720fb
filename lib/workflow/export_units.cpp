#include "workflow/export_units.hpp"

#include "store/units.hpp"
#include "workflow/transact.hpp"
#include "workflow/unit_changes.hpp"
#include "workflow/unit_list_writer.hpp"
#include "workflow/unit_scope.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace dudao::workflow {

namespace {

class Exporting {
  public:
    Exporting(Session& session, const UnitExport& request)
        : units_(session.driver()),
          scope_(session, request.filter),
          request_(&request),
          now_(session.now()) {}

    std::size_t run(const std::function<void(std::string_view)>& put) {
        const auto own = own_columns();
        std::string out;
        const auto writer = unit_list_writer(out, *request_, own, now_);
        std::size_t count = 0;
        const auto add = [&](store::UnitRow& row) {
            constexpr std::size_t enough = 1U << 16U;
            if (!scope_.place(row)) {
                return;
            }
            writer->add(row.unit);
            ++count;
            if (out.size() > enough) {
                put(out);
                out.clear();
            }
        };
        for (const auto key : groups()) {
            auto row = units_.find(key).value();
            add(row);
        }
        units_.each([&](store::UnitRow& row) {
            if (!domain::is_group(row.unit.kind)) {
                add(row);
            }
            return true;
        });
        writer->finish();
        put(out);
        return count;
    }

  private:
    OwnColumns own_columns() const {
        OwnColumns own;
        units_.each_attributes([&](std::string_view json) {
            for (const auto& [name, value] : read_attributes(json)) {
                own.try_emplace(name, attribute_header(name));
            }
        });
        return own;
    }

    /// Keys of the groups: those above come first, then by code.
    std::vector<std::int64_t> groups() const {
        const auto& organisation = scope_.organisation();
        std::vector<std::pair<std::size_t, const domain::Organisation::Node*>> order;
        order.reserve(organisation.nodes().size());
        for (const auto& node : organisation.nodes()) {
            std::size_t depth = 0;
            const auto most = organisation.nodes().size();
            for (auto above = node.parent; above != 0 && depth < most; ++depth) {
                const auto* next = organisation.find(above);
                above = next == nullptr ? 0 : next->parent;
            }
            order.emplace_back(depth, &node);
        }
        std::sort(order.begin(), order.end(), [](const auto& one, const auto& other) {
            return std::tie(one.first, one.second->code) <
                   std::tie(other.first, other.second->code);
        });
        std::vector<std::int64_t> keys;
        keys.reserve(order.size());
        for (const auto& [depth, node] : order) {
            keys.push_back(node->key);
        }
        return keys;
    }

    store::Units units_;
    UnitScope scope_;
    const UnitExport* request_;
    Instant now_;
};

}  // namespace

std::size_t export_units(Session& session,
                         const UnitExport& request,
                         const std::function<void(std::string_view)>& put) {
    return reading(session, [&] { return Exporting{session, request}.run(put); });
}

}  // namespace dudao::workflow
