// dudao-pdf: sets a report as PDF. Reads the document that dudao writes from standard input and
// writes the file to standard output; dudao starts it, people need not.
// Ends with 0; 3 when no font has a letter of the document, which standard error says; 2 for
// anything that is no such document; 1 for other failures.

#include "paper.hpp"
#include "report.hpp"

#include <iostream>
#include <iterator>

namespace {

constexpr int failed = 1;
constexpr int no_document = 2;
constexpr int no_font = 3;

}  // namespace

int main() {
    using namespace dudao;
    const std::string input{std::istreambuf_iterator<char>{std::cin}, {}};
    pdf::Document document;
    try {
        document = pdf::read_document(input);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return no_document;
    }
    try {
        std::cout << pdf::set_report(document) << std::flush;
        return std::cout ? 0 : failed;
    } catch (const pdf::NoFont& error) {
        std::cerr << error.what() << '\n';
        return no_font;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return failed;
    }
}
