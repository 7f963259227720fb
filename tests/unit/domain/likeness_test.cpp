#include "domain/likeness.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

namespace {

Likeness shop(std::string_view name, std::string_view address, std::optional<Coordinates> at = {}) {
    return {folded(name), folded(address), at};
}

/// The groups as lists of numbers.
std::vector<std::vector<std::size_t>> groups(const std::vector<Likeness>& shops) {
    std::vector<std::vector<std::size_t>> found;
    for (const auto& group : like_shops(shops)) {
        found.push_back(group.shops);
    }
    return found;
}

using Groups = std::vector<std::vector<std::size_t>>;

constexpr std::int64_t metre = 90;  // 1e-7 degree from south to north, nearly
constexpr Coordinates hangzhou{302'500'000, 1'201'600'000};

Coordinates north_of(const Coordinates& place, std::int64_t metres) {
    return {place.lat + metres * metre, place.lon};
}

}  // namespace

TEST_SUITE("domain/likeness") {
    TEST_CASE("width, case, blanks and punctuation make no difference") {
        CHECK(folded("Ａ座 1-2號（西門）") == folded("a座12號西門"));
        CHECK(folded("中山路・88号，3楼。") == U"中山路88号3楼");
        CHECK(folded(" - ").empty());
        CHECK(folded("々〇ー") == U"々〇ー");
    }

    TEST_CASE("names are alike when one contains the other or a third of the longer differs") {
        const auto alike = [](std::string_view one, std::string_view other) {
            const bool is = is_like(folded(one), folded(other));
            CHECK(is == is_like(folded(other), folded(one)));
            return is;
        };
        CHECK(alike("天一店", "鲜果时光宁波天一店"));
        CHECK(alike("西湖银泰店", "西湖銀泰店"));
        CHECK(alike("abcdef", "abcdxy"));
        CHECK_FALSE(alike("abcdef", "abcxyz"));
        CHECK_FALSE(alike("静安寺店", "五角场店"));
    }

    TEST_CASE("numbers tell shops apart, unless one name has none") {
        CHECK_FALSE(is_like(folded("文化路12店"), folded("文化路13店")));
        CHECK_FALSE(is_like(folded("文化路1店"), folded("文化路12店")));
        CHECK(is_like(folded("文化路12店"), folded("文化路12号店")));
        CHECK(is_like(folded("文化路店"), folded("文化路1店")));
    }

    TEST_CASE("the distance is that of a great circle") {
        CHECK(metres_between(hangzhou, hangzhou) == 0);
        const Coordinates pole{900'000'000, 0};
        const Coordinates equator{0, 1'800'000'000};
        CHECK(metres_between(pole, equator) == doctest::Approx(10'007'543));
        const Coordinates west{0, -1'799'999'000};
        CHECK(metres_between(equator, west) == doctest::Approx(11.1195));
        const Coordinates shanghai{312'304'000, 1'214'737'000};
        const Coordinates beijing{399'042'000, 1'164'074'000};
        CHECK(metres_between(shanghai, beijing) == doctest::Approx(1'067'000).epsilon(0.002));
    }

    TEST_CASE("the same name and address is one shop, wherever it stands") {
        CHECK(groups({shop("天一店", "中山东路188号"),
                      shop("别的店", "中山东路188号"),
                      shop("天一 店", "中山东路１８８号", hangzhou),
                      shop("天一店", "中山西路188号")}) == Groups{{0, 2}});
        CHECK(groups({shop("天一店", ""), shop("天一店", "")}).empty());
    }

    TEST_CASE("within 50 m like names are one shop") {
        const auto near = like_shops(std::vector{shop("西湖银泰店", "", hangzhou),
                                                 shop("银泰店", "", north_of(hangzhou, 45)),
                                                 shop("银泰店", "", north_of(hangzhou, -60)),
                                                 shop("天一店", "", north_of(hangzhou, 1))});
        REQUIRE(near.size() == 1);
        CHECK(near[0].shops == std::vector<std::size_t>{0, 1});
        CHECK_FALSE(near[0].same_address);
        CHECK(near[0].metres.value() == doctest::Approx(45).epsilon(0.01));
    }

    TEST_CASE("neighbours are found in every direction, whatever the latitude") {
        for (const std::int64_t lat : {-850'000'000, -302'504'499, 0, 302'500'001, 899'990'000}) {
            for (std::int64_t shift = 0; shift < 4500; shift += 499) {
                const Coordinates place{lat + shift, 1'201'600'000};
                for (const std::int64_t up : {-4000, 0, 4000}) {
                    const Coordinates other{place.lat + up, place.lon + 100};
                    CAPTURE(place.lat);
                    CAPTURE(up);
                    CHECK(groups({shop("银泰店", "", place), shop("银泰店", "", other)}).size() ==
                          1);
                }
            }
        }
    }

    TEST_CASE("groups grow together, and come in the order of their first shops") {
        CHECK(groups({shop("a", "x"),
                      shop("天一店", "中山东路", hangzhou),
                      shop("A", "X"),
                      shop("天一店", "中山东路"),
                      shop("宁波天一店", "", hangzhou)}) == Groups{{0, 2}, {1, 3, 4}});
    }

    TEST_CASE("a hundred thousand shops at one wrong place are compared in no time") {
        std::vector<Likeness> shops;
        constexpr std::size_t many = 100'000;
        shops.reserve(many + 1);
        for (std::size_t number = 0; number < many; ++number) {
            shops.push_back(shop("店" + std::to_string(number), "", hangzhou));
        }
        shops.push_back(shop("店 500", "", hangzhou));
        CHECK(groups(shops) == Groups{{500, many}});
    }
}

}  // namespace dudao::domain
