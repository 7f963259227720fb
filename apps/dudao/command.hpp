#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace dudao {

/// An option that was just added. Behaves like a pointer, so that what is said about it follows:
/// `verb.add_option(…)->required()->type_name("FILE")`.
class OptionRef {
  public:
    explicit OptionRef(CLI::Option& option) noexcept : option_(&option) {}

    OptionRef* operator->() noexcept { return this; }

    OptionRef required(bool is_required = true);
    OptionRef type_name(std::string name);  ///< what --help calls its value
    OptionRef repeated();                   ///< may be given several times, with one value each
    OptionRef delimiter(char mark);         ///< several values in one, parted by this
    OptionRef excludes(OptionRef other);
    OptionRef needs(OptionRef other);

  private:
    CLI::Option* option_;
};

/// A command to which options are added. CLI11 itself stays in the few files that make and run the
/// command line: it is all in its header, and each file that sees it compiles the whole of it.
class Command {
  public:
    explicit Command(CLI::App& app) noexcept : app_(&app) {}

    /// An option, or with a name without dashes the word at its place. For texts, whole numbers,
    /// their optionals and lists of texts (the list stands at the end of command.cpp).
    template <class T>
    OptionRef add_option(std::string names, T& into, std::string help);

    /// The same, handed to `take` while the line is parsed.
    template <class T>
    OptionRef add_option_function(std::string names,
                                  std::function<void(const T&)> take,
                                  std::string help);

    OptionRef add_flag(std::string names, bool& into, std::string help);
    OptionRef add_flag_callback(std::string names, std::function<void()> act, std::string help);

    /// A verb below this one; `example` is shown by --help.
    Command add_verb(const char* name, std::string summary);

    void footer(std::string example);
    void callback(std::function<void()> act);  ///< called when the user picks this
    void require_verb();                       ///< one of those below

    /// The names of the options that were given, without dashes; once the line is parsed.
    std::vector<std::string> given() const;

  private:
    CLI::App* app_;
};

}  // namespace dudao
