#include "yaml/map_reader.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

namespace dudao::yaml {

namespace {

enum class Colour : std::uint8_t { red = 1, green = 2 };

constexpr Vocabulary<Colour, 2> colours{"colour",
                                        {{{Colour::red, "red"}, {Colour::green, "green"}}}};
constexpr DecimalRange hundred{Decimal{0}, Decimal{100}};

/// A scalar, list or map on line 1.
Node node_of(std::string_view yaml) {
    return parse(yaml, "f").root;
}

/// What `read` finds wrong with a value.
template <class Read>
test::Findings problems_of(std::string_view yaml, const Read& read) {
    const auto node = node_of(yaml);
    Problems problems{"f"};
    read(node, problems);
    return test::findings(problems.take_errors());
}

}  // namespace

TEST_SUITE("yaml/map_reader") {
    TEST_CASE("a text is without blanks at its ends, also ideographic ones") {
        Problems problems{"f"};
        CHECK(read_text(node_of("'　品质 '"), problems) == "品质");
    }

    TEST_CASE("a text must be a scalar that says something") {
        const auto read = [](const Node& node, Problems& problems) { read_text(node, problems); };
        CHECK(problems_of("[a]", read) == test::Findings{{ErrorId::text_expected, 1, 1}});
        CHECK(problems_of("~", read) == test::Findings{{ErrorId::value_missing, 1, 1}});
        CHECK(problems_of("' '", read) == test::Findings{{ErrorId::value_missing, 1, 1}});
    }

    TEST_CASE("a line has no line break and no tab") {
        const auto read = [](const Node& node, Problems& problems) { read_line(node, problems); };
        CHECK(problems_of("\"a\\nb\"", read) == test::Findings{{ErrorId::line_expected, 1, 1}});
        CHECK(problems_of("\"a\\tb\"", read) == test::Findings{{ErrorId::line_expected, 1, 1}});
        CHECK(problems_of("|\n  a\n", read).empty());
    }

    TEST_CASE("a text given once has no language") {
        Problems problems{"f"};
        const auto text = read_local_text(node_of("品质"), problems, true);
        CHECK(text == domain::LocalText{"品质"});
    }

    TEST_CASE("a text in several languages keeps their order") {
        Problems problems{"f"};
        const auto text = read_local_text(node_of("{en: Quality, zh-CN: 品质}"), problems, true);
        CHECK(text.all() == std::vector<std::pair<std::string, std::string>>{{"en", "Quality"},
                                                                             {"zh-CN", "品质"}});
    }

    TEST_CASE("a language that is not known is refused with the nearest") {
        const auto node = node_of("{zh-cn: 品质}");
        Problems problems{"f"};
        read_local_text(node, problems, true);
        const auto errors = problems.take_errors();
        CHECK(test::findings(errors) == test::Findings{{ErrorId::key_misspelt, 1, 2}});
        CHECK(test::first_args(errors) == std::vector<std::string>{"zh-cn", "zh-CN"});
    }

    TEST_CASE("a text that a comma cut in two is told from an unknown language") {
        const auto read = [](const Node& node, Problems& problems) {
            read_local_text(node, problems, true);
        };
        CHECK(problems_of("{en: quick, tidy}", read) ==
              test::Findings{{ErrorId::key_without_value, 1, 13}});
    }

    TEST_CASE("a text in no language is missing") {
        const auto read = [](const Node& node, Problems& problems) {
            read_local_text(node, problems, true);
        };
        CHECK(problems_of("{}", read) == test::Findings{{ErrorId::value_missing, 1, 1}});
    }

    TEST_CASE("a decimal is exact, also in quotes") {
        Problems problems{"f"};
        CHECK(read_decimal(node_of("'3.25'"), problems, hundred) ==
              Decimal::from_thousandths(3250));
    }

    TEST_CASE("what is no decimal, or beyond its range, is refused") {
        const auto read = [](const Node& node, Problems& problems) {
            read_decimal(node, problems, hundred);
        };
        CHECK(problems_of("五", read) == test::Findings{{ErrorId::bad_number, 1, 1}});
        CHECK(problems_of("1e3", read) == test::Findings{{ErrorId::bad_number, 1, 1}});
        CHECK(problems_of("100.000001", read) ==
              test::Findings{{ErrorId::number_out_of_range, 1, 1}});
        CHECK(problems_of("-1", read) == test::Findings{{ErrorId::number_out_of_range, 1, 1}});
        CHECK(problems_of("100", read).empty());
    }

    TEST_CASE("points have at most three places") {
        const auto read = [](const Node& node, Problems& problems) {
            read_thousandths(node, problems, hundred);
        };
        CHECK(problems_of("1.125", read).empty());
        CHECK(problems_of("1.1251", read) == test::Findings{{ErrorId::too_many_decimals, 1, 1}});
    }

    TEST_CASE("a whole number has digits only") {
        const auto read = [](const Node& node, Problems& problems) {
            read_whole(node, problems, {-5, 5});
        };
        CHECK(problems_of("-5", read).empty());
        CHECK(problems_of("1.0", read) == test::Findings{{ErrorId::whole_expected, 1, 1}});
        CHECK(problems_of("6", read) == test::Findings{{ErrorId::number_out_of_range, 1, 1}});
        CHECK(problems_of("99999999999999999999", read) ==
              test::Findings{{ErrorId::number_out_of_range, 1, 1}});
    }

    TEST_CASE("a flag is true or false, in no other words") {
        Problems problems{"f"};
        CHECK(read_flag(node_of("true"), problems) == true);
        CHECK(read_flag(node_of("false"), problems) == false);
        CHECK_FALSE(problems.has_errors());
        for (const auto* word : {"yes", "NO", "on", "True", "是", "1"}) {
            CAPTURE(word);
            Problems refused{"f"};
            CHECK_FALSE(read_flag(node_of(word), refused).has_value());
            CHECK(test::findings(refused.take_errors()) ==
                  test::Findings{{ErrorId::flag_expected, 1, 1}});
        }
    }

    TEST_CASE("a word that is not known is refused with its place and the nearest") {
        const auto node = node_of("gren");
        Problems problems{"f"};
        CHECK_FALSE(read_word(node, problems, colours).has_value());
        const auto errors = problems.take_errors();
        CHECK(test::findings(errors) == test::Findings{{ErrorId::unknown_word, 1, 1}});
        CHECK(errors.front().args.back().text == "green");
    }

    TEST_CASE("words of a list keep their order, and none is there twice") {
        const auto node = node_of("[green, red, green]");
        Problems problems{"f"};
        CHECK(read_words(node, problems, colours) == std::vector{Colour::green, Colour::red});
        CHECK(test::findings(problems.take_errors()) ==
              test::Findings{{ErrorId::value_twice, 1, 14}});
    }

    TEST_CASE("a list must be one") {
        const auto read = [](const Node& node, Problems& problems) { read_list(node, problems); };
        CHECK(problems_of("a", read) == test::Findings{{ErrorId::list_expected, 1, 1}});
    }

    TEST_CASE("tags have no comma, not too many characters, and none is there twice") {
        const auto read = [](const Node& node, Problems& problems) { read_tags(node, problems); };
        CHECK(problems_of("[早班，晚班]", read) == test::Findings{{ErrorId::bad_tag, 1, 2}});
        CHECK(problems_of("['a,b']", read) == test::Findings{{ErrorId::bad_tag, 1, 2}});
        CHECK(problems_of("[" + std::string(65, 'x') + "]", read) ==
              test::Findings{{ErrorId::bad_tag, 1, 2}});
        CHECK(problems_of("[" + std::string(64, 'x') + "]", read).empty());
        CHECK(problems_of("[a, a]", read) == test::Findings{{ErrorId::value_twice, 1, 5}});
    }

    TEST_CASE("a key that nobody asked for is reported with the nearest") {
        const auto node = node_of("title: a\ntitel: b\n");
        Problems problems{"f"};
        MapReader map{node, problems};
        map.line("title");
        map.finish();
        const auto errors = problems.take_errors();
        CHECK(test::findings(errors) == test::Findings{{ErrorId::key_misspelt, 2, 1}});
        CHECK(test::first_args(errors) == std::vector<std::string>{"titel", "title"});
    }

    TEST_CASE("a key that is like none is reported with all") {
        const auto node = node_of("天气: 晴\n");
        Problems problems{"f"};
        MapReader map{node, problems};
        map.line("title");
        map.line("code");
        map.finish();
        const auto errors = problems.take_errors();
        CHECK(test::findings(errors) == test::Findings{{ErrorId::key_unknown, 1, 1}});
        CHECK(test::first_args(errors) == std::vector<std::string>{"天气", "title, code"});
    }

    TEST_CASE("a key that must be there is missed at its map") {
        const auto node = node_of("- a: 1\n");
        Problems problems{"f"};
        MapReader map{node.items.front(), problems};
        CHECK(map.must_find("b") == nullptr);
        CHECK(test::findings(problems.take_errors()) ==
              test::Findings{{ErrorId::key_missing, 1, 3}});
    }

    TEST_CASE("what is no map is reported once") {
        const auto node = node_of("[a]");
        Problems problems{"f"};
        MapReader map{node, problems};
        map.must_find("a");
        map.line("b");
        map.finish();
        CHECK(test::findings(problems.take_errors()) ==
              test::Findings{{ErrorId::map_expected, 1, 1}});
    }

    TEST_CASE("problems come by place") {
        const auto list = node_of("- a\n- b\n");
        Problems problems{"f"};
        problems.error(list.items[1], ErrorId::value_missing);
        problems.error(list.items[0], ErrorId::value_missing);
        CHECK(test::findings(problems.take_errors()) ==
              test::Findings{{ErrorId::value_missing, 1, 3}, {ErrorId::value_missing, 2, 3}});
    }

    TEST_CASE("more problems than anybody reads are cut off, and that is said") {
        Problems problems{"f"};
        const Node node;
        for (std::size_t n = 0; n < 2 * Problems::most; ++n) {
            problems.error(node, ErrorId::value_missing);
        }
        const auto errors = problems.take_errors();
        CHECK(errors.size() == Problems::most + 1);
        CHECK(errors.back().id == ErrorId::too_many_problems);
    }

    TEST_CASE("a long text is quoted by its beginning") {
        CHECK(shortened("品质") == "品质");
        std::string long_text;
        std::string beginning;
        for (int n = 0; n < 61; ++n) {
            long_text += "品";
            beginning += n < 60 ? "品" : "…";
        }
        CHECK(shortened(long_text) == beginning);
    }
}

}  // namespace dudao::yaml
