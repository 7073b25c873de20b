// SPDX-License-Identifier: MIT
//
// How readings are shown: one presenter a format. Entries come one at a time, in order.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "app/console.h"
#include "coach/reading.h"
#include "rules/knowledge.h"

namespace attune {

enum class Format : std::uint8_t { text, concise, json, jsonl, csv, github, sarif };

// Where an exchange came from. Views last for the call.
struct Origin {
    std::string_view source;  // "notes.txt", "<stdin>"; "" when it came from the command line
    std::uint64_t line = 0;   // of its first character; 0 when it came from the command line
    std::string_view id;      // JSON text; "" when it has none
    bool is_record = false;   // a line of JSONL
};

struct Entry {
    Origin origin;
    const Exchange& exchange;
    const Reading& reading;
    std::span<const Rewrite> rewrites;
};

struct ShowOptions {
    float flagged_from = 0.5F;   // findings of this confidence or more count
    float reported_from = 0.0F;  // JSON tells weaker ones too, down to this
    std::string region;          // for the safety card: "us"; "" for the lines that hold everywhere
};

class Presenter {
  public:
    virtual ~Presenter() = default;
    virtual void begin() {}
    virtual void show(const Entry& entry) = 0;
    virtual void reject(const Origin& origin, std::string_view problem) = 0;
    // `all_read`: no file or record was left out.
    virtual void end(bool /*all_read*/) {}
};

// What the formats for eyes say of a record that cannot be read, on stderr and behind what was shown so far.
void complain_of_record(Console& console, const Origin& origin, std::string_view problem);

// What formats of one finding a line say where risk is mentioned.
inline constexpr std::string_view risk_line = "someone may be in danger here; not coached";

std::unique_ptr<Presenter> make_text_presenter(const Knowledge&, Console&, const ShowOptions&);
std::unique_ptr<Presenter> make_concise_presenter(const Knowledge&, Console&, const ShowOptions&);
std::unique_ptr<Presenter> make_csv_presenter(const Knowledge&, Console&, const ShowOptions&);
std::unique_ptr<Presenter> make_github_presenter(const Knowledge&, Console&, const ShowOptions&);
std::unique_ptr<Presenter> make_sarif_presenter(const Knowledge&, Console&, const ShowOptions&);
// Format json or jsonl.
std::unique_ptr<Presenter> make_json_presenter(Format, const Knowledge&, Console&, const ShowOptions&);

}  // namespace attune
