#pragma once

#include "store/driver.hpp"

#include <string>
#include <vector>

namespace dudao::test {

/// What does not hold together in a store, in words; nothing in a good one. Made anew and compared:
/// the digest of every table with what the journal says, the chain of every device, and what is
/// kept of issues, plans, visits and inspections with the folds over their events.
std::vector<std::string> store_problems(store::Driver& driver);

/// Fails the test that runs when the store has problems. Every test that wrote to a store ends with
/// it.
void check_store(store::Driver& driver);

}  // namespace dudao::test
