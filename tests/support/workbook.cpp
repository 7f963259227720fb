#include "support/workbook.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <zlib.h>

namespace dudao::test {

namespace {

void put(std::string& out, std::uint32_t value, int bytes) {
    for (int n = 0; n < bytes; ++n) {
        out += static_cast<char>(value >> (8 * n));
    }
}

std::string deflated(const std::string& text) {
    z_stream stream{};
    if (::deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error{"deflate"};
    }
    std::string packed(::deflateBound(&stream, text.size()), '\0');
    auto input = text;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    ::deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    ::deflateEnd(&stream);
    return packed;
}

}  // namespace

std::string zip_of(const Parts& parts) {
    constexpr std::uint32_t utf8_names = 0x800;
    std::string out;
    std::string directory;
    for (const auto& [name, text] : parts) {
        const auto packed = deflated(text);
        const auto crc = static_cast<std::uint32_t>(::crc32(
            0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
        std::string facts;
        put(facts, 20, 2);
        put(facts, utf8_names, 2);
        put(facts, 8, 2);
        put(facts, 0x00210000, 4);  // 1980-01-01
        put(facts, crc, 4);
        put(facts, static_cast<std::uint32_t>(packed.size()), 4);
        put(facts, static_cast<std::uint32_t>(text.size()), 4);
        put(facts, static_cast<std::uint32_t>(name.size()), 2);
        put(facts, 0, 2);
        put(directory, 0x02014B50, 4);
        put(directory, 20, 2);
        directory += facts;
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, 0, 4);
        put(directory, static_cast<std::uint32_t>(out.size()), 4);
        directory += name;
        put(out, 0x04034B50, 4);
        out += facts;
        out += name;
        out += packed;
    }
    const auto count = static_cast<std::uint32_t>(parts.size());
    const auto begin = static_cast<std::uint32_t>(out.size());
    out += directory;
    put(out, 0x06054B50, 4);
    put(out, 0, 4);
    put(out, count, 2);
    put(out, count, 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

Parts Workbook::parts() const {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    const std::string main =
        R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string relations =
        head +
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    const auto relation = [&](std::string_view id, std::string_view type, std::string_view target) {
        return "<Relationship Id=\"" + std::string{id} + "\" Type=\"" + office + "/" +
               std::string{type} + "\" Target=\"" + std::string{target} + "\"/>";
    };
    Parts all{{"_rels/.rels",
               relations + relation("r", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
              {"xl/workbook.xml",
               head + "<workbook" + main + " xmlns:r=\"" + office + "\"><workbookPr " + properties +
                   "/><sheets>" + sheets + "</sheets></workbook>"},
              {"xl/_rels/workbook.xml.rels",
               relations + relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                   relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml") +
                   relation("rId3", "sharedStrings", "sharedStrings.xml") +
                   relation("rId4", "styles", "../xl/styles.xml") + "</Relationships>"},
              {"xl/sharedStrings.xml", head + "<sst" + main + ">" + strings + "</sst>"},
              {"xl/styles.xml",
               head + "<styleSheet" + main + "><numFmts>" + formats +
                   "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                   "<xf numFmtId=\"0\"/>" +
                   cell_styles + "</cellXfs></styleSheet>"},
              {"xl/worksheets/sheet1.xml",
               head + "<worksheet" + main + "><sheetData>" + rows + "</sheetData></worksheet>"}};
    for (const auto& each : more) {
        const auto same = std::find_if(
            all.begin(), all.end(), [&](const auto& part) { return part.first == each.first; });
        if (same == all.end()) {
            all.push_back(each);
        } else {
            same->second = each.second;
        }
    }
    return all;
}

}  // namespace dudao::test
