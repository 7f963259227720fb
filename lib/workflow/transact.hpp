#pragma once

#include "base/error_id.hpp"
#include "workflow/session.hpp"

#include <string_view>

namespace dudao::workflow {

/// A lost race is tried again this often before it is reported.
inline constexpr int most_tries = 3;

/// Runs `steps` in one transaction that writes; unless they commit it, nothing is changed. Where
/// the data base says that another writer won, they run again from the start.
template <class Steps>
auto transact(Session& session, std::string_view command, const Steps& steps) {
    for (int tries = 1;; ++tries) {
        try {
            store::Writing writing{session.driver(), session.author(), command};
            return steps(writing);
        } catch (const Failure& failure) {
            if (failure.error().id != ErrorId::store_conflict || tries == most_tries) {
                throw;
            }
        }
    }
}

/// Runs `steps` in one transaction that sees one state of the store.
template <class Steps>
auto reading(Session& session, const Steps& steps) {
    store::Transaction transaction{session.driver(), store::Access::read};
    return steps();
}

}  // namespace dudao::workflow
