#include "context.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "options.hpp"
#include "store/drafts.hpp"

#include <charconv>
#include <ostream>

namespace dudao {

namespace {

/// Random bits: those that DUDAO_SEED fixes, so that every id can be repeated, or real chance. Each
/// command takes its own from the seed, the moment, the device and how far the store is, so that no
/// two give the same id even where the clock stands still.
Random random_of(const Env& env, const store::Author& author, store::Driver& driver) {
    const auto set = env.variable("DUDAO_SEED");
    if (!set) {
        return system_random();
    }
    std::uint64_t seed = 0;
    const auto* const end = set->data() + set->size();
    if (std::from_chars(set->data(), end, seed).ptr != end) {
        throw Failure{Error{ErrorId::usage_bad_value, {*set, "DUDAO_SEED"}}};
    }
    const auto moment = static_cast<std::uint64_t>(author.now.time_since_epoch().count());
    std::uint64_t mixed = seed ^ moment;
    const auto progress = fmt::format(
        "{}:{}", store::last_sequence(driver, author.device), store::Drafts{driver}.all().size());
    for (const char c : author.device + author.actor + progress) {
        mixed = (mixed ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;  // FNV-1a's prime
    }
    return seeded_random(mixed);
}

}  // namespace

Millis Context::now() const {
    const auto said =
        options_->now.empty() ? env_->variable("DUDAO_NOW").value_or("") : options_->now;
    if (said.empty()) {
        return env_->now();
    }
    const auto zone = Zone::find(workspace().policy.timezone).or_throw();
    return zone.instant_of(given(parse_moment(said)));
}

Clock Context::clock() const {
    const bool fixed = !options_->now.empty() || env_->variable("DUDAO_NOW");
    return fixed ? fixed_clock(now()) : env_->now;
}

const Workspace& Context::workspace() const {
    if (!workspace_) {
        workspace_ = find_workspace(*env_, *options_);
    }
    return *workspace_;
}

store::Author Context::author() const {
    if (workspace().actor.empty()) {
        throw Failure{Error{ErrorId::usage_no_actor}};
    }
    return {.actor = workspace().actor, .device = device_id(*env_), .now = now()};
}

Opened Context::open(store::Need need, Rules rules) const {
    const auto& place = workspace();
    if (place.store.empty()) {
        const auto folder = place.folder.empty() ? env_->folder : env_->folder / place.folder;
        throw Failure{Error{ErrorId::usage_no_workspace, {folder.string()}}};
    }
    const auto who = need == store::Need::writing
                         ? author()
                         : store::Author{.actor = place.actor, .device = "-", .now = now()};
    store::OpenOptions options;
    options.on_wait = [this] {
        note(words_.text("waiting for another program to finish writing …"));
    };
    auto driver = store::open(place.store, need, options, [this](const std::string& backup) {
        note(words_.text("store migrated; the old one is kept as {}"), backup);
    });
    auto policy = place.policy;
    if (need == store::Need::writing || rules == Rules::planning) {
        policy.calendar = calendar_of(place);
        policy.waivers = waivers_of(place);
        policy.recurrence = recurrence_of(place);
    }
    if (rules == Rules::planning) {
        policy.closed_days = closed_days_of(place);
    }
    workflow::Session session{*driver, std::move(policy), who, random_of(*env_, who, *driver)};
    return {std::move(driver), std::move(session)};
}

void Context::print_note(std::string_view sentence) const {
    env_->err << term_safe(sentence, true) << '\n';
}

}  // namespace dudao
