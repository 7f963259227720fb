#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace dudao::domain {

/// How the columns of someone's list become fields of ours, as a mapping file says it.
struct ListMapping {
    /// Cells of one column that are several fields, such as "31.2,121.5".
    struct Split {
        std::string column;  ///< its header
        std::string separator;
        std::vector<std::string> fields;  ///< as many as there are parts

        bool operator==(const Split&) const = default;
    };

    std::map<std::string, std::string> columns = {};    ///< field to header
    std::map<std::string, std::string> constants = {};  ///< field to the text of every row
    std::vector<Split> splits = {};
    /// By field: what stands in the list, and what it means.
    std::map<std::string, std::map<std::string, std::string>> values = {};
    std::vector<std::string> ignored = {};  ///< headers of columns that are left aside
    std::string sheet = {};
    std::size_t header_row = 0;  ///< 0: not said

    bool operator==(const ListMapping&) const = default;
};

/// The workspace's own names for columns: headers by field.
using HeaderNames = std::map<std::string, std::vector<std::string>>;

/// headers.yaml: for lists of stores, of people, and answers.
struct OwnHeaders {
    HeaderNames stores = {};
    HeaderNames people = {};
    HeaderNames answers = {};

    bool operator==(const OwnHeaders&) const = default;
};

}  // namespace dudao::domain
