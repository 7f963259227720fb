#include "workflow/session.hpp"

#include "base/error_id.hpp"

namespace dudao::workflow {

namespace {

/// The id that follows `id`: monotonic as the ULID specification asks within a millisecond.
Ulid successor(Ulid id) {
    for (auto at = id.bytes.size(); at-- > 0;) {
        if (++id.bytes.at(at) != 0) {
            break;
        }
    }
    return id;
}

}  // namespace

Session::Session(store::Driver& driver, domain::Policy policy, store::Author author, Random random)
    : driver_(&driver),
      policy_(std::move(policy)),
      author_(std::move(author)),
      random_(std::move(random)) {}

const Zone& Session::zone(const std::string& name) {
    const auto& wanted = name.empty() ? policy_.timezone : name;
    auto found = zones_.find(wanted);
    if (found == zones_.end()) {
        found = zones_.emplace(wanted, Zone::find(wanted).or_throw()).first;
    }
    return found->second;
}

Ulid Session::new_id() {
    const auto fresh = random_ulid(author_.now, random_);
    last_id_ = fresh > last_id_ ? fresh : successor(last_id_);
    return last_id_;
}

store::PersonRow Session::who() const {
    auto person = store::People{*driver_}.find(author_.actor);
    if (!person) {
        throw Failure{Error{ErrorId::actor_unknown, {author_.actor}}};
    }
    return *std::move(person);
}

store::PersonRow Session::who_may(domain::Permission permission) const {
    auto person = who();
    if (const auto error = domain::refusal(person.person, permission)) {
        throw Failure{*error};
    }
    return person;
}

domain::Event Session::event(domain::SubjectKind kind,
                             const Ulid& subject,
                             domain::Verb verb,
                             const std::string& unit,
                             const std::string& zone_name) {
    return {.id = new_id(),
            .subject_kind = kind,
            .subject = subject,
            .unit = unit,
            .verb = verb,
            .at = now(),
            .day = zone(zone_name).day_of(now()),
            .actor = actor()};
}

}  // namespace dudao::workflow
