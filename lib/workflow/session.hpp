#pragma once

#include "base/clock.hpp"
#include "base/ulid.hpp"
#include "base/zone.hpp"
#include "domain/event.hpp"
#include "domain/permission.hpp"
#include "domain/policy.hpp"
#include "store/journal.hpp"
#include "store/people.hpp"

#include <map>
#include <string>
#include <string_view>

namespace dudao::workflow {

/// What every use case needs from outside: the store, the rules of the chain, who acts, and when.
/// One command is one session; `now` stands still in it unless a round asks the clock.
class Session {
  public:
    /// Errors (thrown): bad_zone for the policy's time zone.
    Session(store::Driver& driver, domain::Policy policy, store::Author author, Random random);

    store::Driver& driver() const noexcept { return *driver_; }
    const domain::Policy& policy() const noexcept { return policy_; }
    const store::Author& author() const noexcept { return author_; }
    const std::string& actor() const noexcept { return author_.actor; }
    Instant now() const noexcept { return std::chrono::floor<std::chrono::seconds>(author_.now); }

    /// The zone with this name; the chain's own for an empty one. Errors (thrown): bad_zone.
    const Zone& zone(const std::string& name = {});

    /// Today where the chain is.
    Day today() { return zone().day_of(now()); }

    /// A new id, later than all before it.
    Ulid new_id();

    /// Turns the clock on: what follows happens then.
    void advance(Millis now) noexcept { author_.now = now; }

    /// The person who acts. Errors (thrown): actor_unknown.
    store::PersonRow who() const;

    /// The person who acts, if his roles let him. Errors (thrown): actor_unknown, role_missing.
    store::PersonRow who_may(domain::Permission permission) const;

    /// An event of now, by the person who acts, with a new id.
    domain::Event event(domain::SubjectKind kind,
                        const Ulid& subject,
                        domain::Verb verb,
                        const std::string& unit = {},
                        const std::string& zone_name = {});

  private:
    store::Driver* driver_;
    domain::Policy policy_;
    store::Author author_;
    Random random_;
    std::map<std::string, Zone> zones_;
    Ulid last_id_{};
};

}  // namespace dudao::workflow
