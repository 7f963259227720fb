#pragma once

#include "base/catalogue.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace dudao::test {

/// A catalogue made from texts and their translations; a key is "English" or "context|English".
class TestWords {
  public:
    TestWords(std::string_view language, const std::map<std::string, std::string>& texts)
        : mo_(compiled(texts)), catalogue_(language, mo_) {}
    TestWords(const TestWords&) = delete;
    TestWords& operator=(const TestWords&) = delete;
    ~TestWords() = default;

    const Catalogue& catalogue() const noexcept { return catalogue_; }

  private:
    static void append_number(std::string& bytes, std::size_t number) {
        for (unsigned shift = 0; shift < 32; shift += 8) {
            bytes += static_cast<char>((number >> shift) & 0xFFU);
        }
    }

    /// The bytes of a .mo file, little-endian: a header, two tables of sizes and offsets, texts.
    static std::string compiled(const std::map<std::string, std::string>& texts) {
        constexpr std::size_t magic = 0x950412DE;
        constexpr std::size_t header = 28;
        constexpr std::size_t entry = 8;
        std::map<std::string, std::string> sorted;
        for (const auto& [key, text] : texts) {
            auto name = key;
            if (const auto bar = name.find('|'); bar != std::string::npos) {
                name[bar] = '\x04';
            }
            sorted[name] = text;
        }
        const auto tables_size = entry * sorted.size();
        std::string keys;
        std::string values;
        std::string strings;
        const auto put = [&](std::string& table, const std::string& text) {
            append_number(table, text.size());
            append_number(table, header + 2 * tables_size + strings.size());
            strings += text + '\0';
        };
        for (const auto& [key, text] : sorted) {
            put(keys, key);
            put(values, text);
        }
        std::string bytes;
        for (const auto number : {magic,
                                  std::size_t{0},
                                  sorted.size(),
                                  header,
                                  header + tables_size,
                                  std::size_t{0},
                                  std::size_t{0}}) {
            append_number(bytes, number);
        }
        return bytes + keys + values + strings;
    }

    std::string mo_;
    Catalogue catalogue_;
};

}  // namespace dudao::test
