#include "base/error_id.hpp"
#include "words/error_words.hpp"

#include <array>

namespace dudao {

namespace {

constexpr std::array<ErrorWords, 16> words{{
    {ErrorId::usage_parse, N_("the command line is wrong: {0}"), N_("See --help.")},
    {ErrorId::usage_unknown_command,
     N_("there is no command '{0}'"),
     N_("Did you mean '{1}'?"),
     N_("See --help.")},
    {ErrorId::usage_unknown_option,
     N_("there is no option '{0}'"),
     N_("Did you mean '{1}'?"),
     N_("See --help.")},
    {ErrorId::usage_no_workspace,
     N_("there is no workspace in '{0}' or above it"),
     N_("Make one with dudao init, or name a store with --db.")},
    {ErrorId::usage_bad_value, N_("'{0}' is no value for {1}"), N_("See --help.")},
    {ErrorId::usage_no_actor,
     N_("nobody is named who acts"),
     N_("Name yourself with --actor, DUDAO_ACTOR or actor: in dudao.yaml.")},
    {ErrorId::usage_no_command, N_("'{0}' needs a command"), N_("See --help for them.")},
    {ErrorId::usage_required, N_("{0} is missing"), N_("See --help.")},
    {ErrorId::usage_too_many_words, N_("'{0}' is one word too many"), N_("See --help.")},
    {ErrorId::usage_no_folder, N_("there is no folder '{0}'"), N_("Check -C.")},
    {ErrorId::usage_format,
     N_("the name '{0}' does not say a format"),
     N_("End it with one of {1}.")},
    {ErrorId::usage_not_the_period,
     N_("'{0}' is not a {1}"),
     N_("Write it as {2}, or give a day in it.")},
    {ErrorId::usage_range, N_("{0} is after {1}"), N_("The first day comes first.")},
    {ErrorId::bad_limit,
     N_("'{0}' sets no limit"),
     N_("Write a figure, one of > >= < <= and a number: overdue>0.")},
    {ErrorId::usage_no_report_folder,
     N_("several reports need a folder"),
     N_("Name it with one -o DIR.")},
    {ErrorId::no_home,
     N_("there is no place to keep the id of this device"),
     N_("Set HOME, XDG_STATE_HOME or DUDAO_DEVICE.")},
}};

}  // namespace

std::span<const ErrorWords> usage_error_words() noexcept {
    return words;
}

}  // namespace dudao
