#pragma once

#include "base/clock.hpp"
#include "domain/unit.hpp"
#include "workflow/export_units.hpp"

#include <map>
#include <memory>
#include <string>

namespace dudao::workflow {

/// The user's own columns: the name of each attribute, and its header.
using OwnColumns = std::map<std::string, std::string>;

/// Writes units in one of the formats at the end of a string.
class UnitListWriter {
  public:
    UnitListWriter() = default;
    UnitListWriter(const UnitListWriter&) = delete;
    UnitListWriter& operator=(const UnitListWriter&) = delete;
    virtual ~UnitListWriter() = default;

    virtual void add(const domain::Unit& unit) = 0;
    virtual void finish() {}
};

/// The writer for what is asked for at the moment `now`. `out` and `own` must outlive it. Errors
/// (thrown, by all that the writer does): xlsx_no_room, no_libxlsxwriter, file_unwritable.
std::unique_ptr<UnitListWriter> unit_list_writer(std::string& out,
                                                 const UnitExport& request,
                                                 const OwnColumns& own,
                                                 Instant now);

}  // namespace dudao::workflow
