#include "term/round_dialog.hpp"

#include "base/text.hpp"
#include "errors.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

namespace dudao {

namespace {

using report::Tone;

constexpr std::size_t shown_digits = 12;  ///< of a file's digest
constexpr char32_t most_ascii = 0x7F;

/// Whether answers to this item are typed as a text and not given by one key.
bool is_typed(const domain::Item& item) {
    constexpr std::size_t most_digits = 9;
    return !domain::is_marked(item) || item.kind == domain::ItemKind::count ||
           (item.kind == domain::ItemKind::choice && item.options.size() > most_digits);
}

bool is_digit(char32_t key) {
    return key >= '0' && key <= '9';
}

Tone tone_of(domain::AnswerResult result) {
    switch (result) {
        case domain::AnswerResult::pass:
            return Tone::good;
        case domain::AnswerResult::partial:
            return Tone::warn;
        case domain::AnswerResult::fail:
            return Tone::bad;
        default:
            return Tone::dim;
    }
}

}  // namespace

RoundDialog::RoundDialog(const Context& context,
                         workflow::Round& round,
                         store::EvidenceFolder evidence)
    : context_(&context),
      round_(&round),
      screen_(context, round),
      evidence_(std::move(evidence)),
      keyboard_(context.env().input, context.env().input_is_terminal),
      clock_(context.clock()),
      position_(std::min(round.position(), round.size())) {}

ExitCode RoundDialog::left(ExitCode code) const {
    context_->out() << '\n' << std::flush;
    context_->note(context_->words().text("kept; the same command goes on"));
    return code;
}

RoundDialog::Next RoundDialog::give(std::size_t position, const domain::Answer& answer) {
    auto full = answer;
    const auto before = round_->answer(position).detail;
    full.detail.remark = before.remark;
    full.detail.evidence = before.evidence;
    round_->put(position, full, clock_());
    const auto outcome = round_->checklist().sheet().outcome(position, round_->answers());
    const auto& words = context_->words();
    const auto shown = report::shown(words, domain::answer_results, outcome.result);
    const auto value = full.detail.value ? ' ' + to_text(*full.detail.value) : std::string{};
    const bool asks = full.detail.evidence.empty() &&
                      domain::asks_for_evidence(round_->item(position), outcome.result);
    const auto hint = asks ? words.text(" (asks for a photo or file: b, e)") : std::string_view{};
    constexpr std::size_t prompt = 2;  // "> ", behind which it stands
    screen_.say(fmt::format("  {}{}{}", shown, value, hint), tone_of(outcome.result), prompt);
    screen_.issue(position);
    last_ = position;
    return Next::forward;
}

RoundDialog::Next RoundDialog::answer_text(std::string text, std::size_t position) {
    const auto& item = round_->item(position);
    const bool option = item.kind == domain::ItemKind::choice;
    std::size_t index = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), index);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (option && whole && index >= 1 && index <= item.options.size()) {
        text = item.options[index - 1].value;
    }
    const auto answer = domain::parse_answer(item, text);
    if (!answer || answer->mark == domain::mark::not_checked ||
        answer->mark == domain::mark::waived) {
        screen_.say(
            fmt::format(fmt::runtime(context_->words().text("  {} is no answer here")), text));
        return Next::stay;
    }
    return give(position, *answer);
}

RoundDialog::Next RoundDialog::answer_key(char32_t key, std::size_t position) {
    const auto& item = round_->item(position);
    if (key == 'n' || key == 'N') {
        const auto next = answer_text("N", position);
        if (next == Next::forward && item.na_reason) {
            remark(position);
        }
        return next;
    }
    const bool by_letter =
        item.kind == domain::ItemKind::pass_fail || item.kind == domain::ItemKind::step;
    if (by_letter) {
        switch (key) {
            case 'p':
            case 'P':
                return answer_text("P", position);
            case 'm':
                return answer_text("M", position);
            case 'f':
                return answer_text("F", position);
            case 'F':
            case 'M': {
                const auto next = answer_text(std::string(1, static_cast<char>(key)), position);
                if (next == Next::forward) {
                    remark(position);
                }
                return next;
            }
            default:
                break;
        }
    }
    if (is_digit(key) && !by_letter) {
        return answer_text(std::string(1, static_cast<char>(key)), position);
    }
    std::string shown;
    append_utf8(shown, key);
    screen_.say(fmt::format(
        fmt::runtime(context_->words().text("  {} means nothing here; ? shows the keys")),
        term_safe(shown)));
    return Next::stay;
}

std::optional<std::string> RoundDialog::typed(std::string_view prompt) {
    auto text = keyboard_.line(prompt, context_->out());
    interrupted_ = text && !text->empty() && text->back() == static_cast<char>(interrupt_key);
    return interrupted_ ? std::nullopt : text;
}

void RoundDialog::remark(std::size_t position) {
    const auto text = typed(context_->words().text("  remark: "));
    if (!text) {
        return;
    }
    if (!is_line(*text)) {
        screen_.say(context_->words().text("  that is no plain text, not kept"));
        return;
    }
    auto answer = round_->answer(position);
    answer.detail.remark = *text;
    round_->put(position, answer, clock_());
}

/// The issue of the answer on screen, or of the one before it where that one has failed.
void RoundDialog::amend_issue(std::size_t position) {
    const bool here = position < round_->size() && round_->may_raise(position);
    const auto at = here ? std::optional{position} : last_;
    if (!at || !round_->may_raise(*at)) {
        screen_.say(context_->words().text("  no answer failed that an issue could be raised of"));
        return;
    }
    const auto amendment = ask_amendment(
        *context_, *round_, *at, [this](std::string_view prompt) { return typed(prompt); });
    if (amendment) {
        round_->amend(*at, *amendment, clock_());
        screen_.issue(*at);
    }
}

/// Where a file was dragged into the terminal, its name may stand in quotes.
void RoundDialog::add_file(std::size_t position) {
    const auto text = typed(context_->words().text("  photo or file: "));
    auto name = std::string{trimmed(text.value_or(""))};
    const bool quoted = name.size() > 1 && name.front() == name.back() &&
                        (name.front() == '\'' || name.front() == '"');
    if (quoted) {
        name = name.substr(1, name.size() - 2);
    }
    if (!name.empty()) {
        keep(position, context_->env().folder / name);
    }
}

void RoundDialog::keep(std::size_t position, const std::filesystem::path& file) {
    const auto& words = context_->words();
    const auto kept = evidence_.keep(file);
    if (!kept) {
        screen_.say("  " + message_of(kept.error(), words), Tone::bad);
        return;
    }
    auto answer = round_->answer(position);
    domain::add_evidence(answer.detail, to_text(*kept));
    round_->put(position, answer, clock_());
    screen_.say(fmt::format(fmt::runtime(words.text("  kept as {}")),
                            to_text(*kept).substr(0, shown_digits)),
                Tone::good);
}

void RoundDialog::go() {
    const auto text = typed(context_->words().text("  number or id of the item: ")).value_or("");
    if (text.empty()) {
        return;
    }
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (const auto found = round_->checklist().position(text)) {
        position_ = *found;
    } else if (number >= 1 && number <= round_->size()) {
        position_ = number - 1;
    } else {
        screen_.say(fmt::format(fmt::runtime(context_->words().text("  there is no item {}")),
                                term_safe(text)));
    }
}

/// Goes to the next item whose id or text has this in it.
void RoundDialog::search(std::string_view wanted) {
    const auto needle = ascii_lower(wanted);
    if (needle.empty()) {
        return;
    }
    const auto& language = context_->words().language();
    for (std::size_t step = 1; step <= round_->size(); ++step) {
        const auto at = (position_ + step) % round_->size();
        const auto& item = round_->item(at);
        const auto text = ascii_lower(fmt::format("{} {}", item.id, item.text.in(language)));
        if (round_->is_asked(at) && text.find(needle) != std::string::npos) {
            position_ = at;
            return;
        }
    }
    screen_.say(context_->words().text("  nothing is found"));
}

RoundDialog::Next RoundDialog::command(char32_t key, std::size_t position) {
    switch (key) {
        case interrupt_key:
            return Next::interrupted;
        case 'q':
            return Next::quit;
        case 'b':
            return Next::back;
        case 's':
            return Next::forward;
        case 'u':
            round_->clear(position);
            return Next::stay;
        case 'r':
            remark(position);
            return Next::stay;
        case 'i':
            amend_issue(position);
            return Next::stay;
        case 'e':
            add_file(position);
            return Next::stay;
        case 'g':
            go();
            return Next::stay;
        case 'h':
            screen_.guidance(position);
            return Next::stay;
        case '/':
            search(typed(context_->words().text("  search: ")).value_or(""));
            return Next::stay;
        case 'l':
            screen_.open();
            return Next::stay;
        case '?':
            screen_.help();
            return Next::stay;
        default:
            return answer_key(key, position);
    }
}

RoundDialog::Next RoundDialog::ask(std::size_t position) {
    screen_.item(position);
    constexpr std::string_view commands = "qbsurgilhe/?";
    if (!is_typed(round_->item(position))) {
        context_->out() << "> " << std::flush;
        const auto key = keyboard_.key();
        if (key && *key < most_ascii &&
            std::string_view{"rgilhe/?"}.find(static_cast<char>(*key)) != std::string_view::npos) {
            context_->out() << '\n';  // what it says begins a line of its own
        }
        return key ? command(*key, position) : Next::quit;
    }
    const auto text = typed("> ");
    if (!text) {
        return interrupted_ ? Next::interrupted : Next::quit;
    }
    if (text->size() == 1 && commands.find(text->front()) != std::string_view::npos) {
        return command(static_cast<unsigned char>(text->front()), position);
    }
    if (text->starts_with('/')) {
        search(text->substr(1));
        return Next::stay;
    }
    return text->empty() ? Next::stay : answer_text(*text, position);
}

ExitCode RoundDialog::submit() {
    const auto done = round_->submit(clock_(), "");
    const auto& words = context_->words();
    const auto& score = done.score;
    screen_.say(fmt::format(
        fmt::runtime(words.text("submitted as {0}: {1}, {2}{3}; {4} issues raised")),
        short_text(done.id, shortest_tail),
        score.percentage ? to_text(*score.percentage, 1) + '%' : std::string{"-"},
        report::shown(words, domain::verdicts, score.verdict),
        score.grade.empty() ? std::string{}
                            : std::string{words.text("list separator", ", ")} + score.grade,
        done.recorded.issues));
    return ExitCode::ok;
}

std::optional<ExitCode> RoundDialog::close_with(char32_t key) {
    switch (key) {
        case 'q':
            return left(ExitCode::ok);
        case interrupt_key:
            return left(ExitCode::interrupted);
        case 'y':
            return round_->missing().empty() ? std::optional{submit()} : std::nullopt;
        case 'b':
            position_ = shown_before(round_->size());
            return ExitCode::negative;
        case 'i':
            context_->out() << '\n';
            amend_issue(round_->size());
            return interrupted_ ? std::optional{left(ExitCode::interrupted)} : std::nullopt;
        case 'g':
            position_ = shown_before(round_->size());
            context_->out() << '\n';
            go();
            return interrupted_ ? left(ExitCode::interrupted) : ExitCode::negative;
        default:
            return std::nullopt;
    }
}

ExitCode RoundDialog::finish() {
    for (;;) {
        screen_.closing();
        const auto key = keyboard_.key();
        if (const auto code = close_with(key.value_or('q'))) {
            return *code;
        }
    }
}

/// The first item from `position` on that is to be looked at.
std::size_t RoundDialog::shown_from(std::size_t position) const {
    while (position < round_->size() && !round_->is_asked(position)) {
        ++position;
    }
    return position;
}

/// The last item before `position` that is to be looked at, or else the first one.
std::size_t RoundDialog::shown_before(std::size_t position) const {
    for (auto at = position; at-- > 0;) {
        if (round_->is_asked(at)) {
            return at;
        }
    }
    return shown_from(0);
}

ExitCode RoundDialog::run() {
    screen_.opening();
    position_ = shown_from(position_);
    for (;;) {
        if (position_ == round_->size()) {
            const auto code = finish();
            if (code != ExitCode::negative) {
                return code;
            }
        }
        const auto asked = position_;
        const auto next = ask(asked);
        switch (interrupted_ ? Next::interrupted : next) {
            case Next::forward:
                position_ = shown_from(asked + 1);
                break;
            case Next::back:
                position_ = shown_before(asked);
                break;
            case Next::quit:
                return left(ExitCode::ok);
            case Next::interrupted:
                return left(ExitCode::interrupted);
            case Next::stay:
                break;
        }
        round_->move_to(position_);
    }
}

}  // namespace dudao
