// SPDX-License-Identifier: MIT
#include "app/baseline.h"

#include <simdjson.h>

#include <filesystem>

#include "app/complaint.h"
#include "app/finding_print.h"
#include "app/json_writer.h"
#include "app/reply_place.h"
#include "app/whole_file.h"
#include "packs/files.h"
#include "text/utf8.h"

namespace attune {
namespace {

namespace fs = std::filesystem;
constexpr std::int64_t version = 1;

Complaint spoiled(const std::string& path, const std::string& what) {
    return usage_complaint(printable(path) + ": " + what, "write it anew with --write-baseline");
}

}  // namespace

Baseline::Baseline(std::string path) : path_(std::move(path)) {}

void Baseline::read() {
    std::error_code ignored;
    if (!fs::exists(path_, ignored))
        throw usage_complaint("there is no baseline " + printable(path_),
                              "--write-baseline writes down what is found now");
    const simdjson::padded_string text(read_text_file(path_));
    simdjson::dom::parser parser;
    simdjson::dom::element document;
    if (parser.parse(text).get(document) != simdjson::SUCCESS) throw spoiled(path_, "this is not JSON");
    std::int64_t written = 0;
    simdjson::dom::array findings;
    if (document["version"].get(written) != simdjson::SUCCESS ||
        document["findings"].get(findings) != simdjson::SUCCESS)
        throw spoiled(path_, "this is not a baseline");
    if (written != version)
        throw spoiled(path_, "this baseline is of version " + std::to_string(written) +
                                 ", and this attune reads version " + std::to_string(version));
    std::size_t number = 0;
    for (const simdjson::dom::element finding : findings) {
        ++number;
        std::string_view file, id, pattern, print;
        std::int64_t count = 1;
        const auto no_id = finding["id"].get(id);
        const auto no_count = finding["count"].get(count);
        if (finding["file"].get(file) != simdjson::SUCCESS ||
            finding["pattern"].get(pattern) != simdjson::SUCCESS ||
            finding["print"].get(print) != simdjson::SUCCESS ||
            (no_id != simdjson::SUCCESS && no_id != simdjson::NO_SUCH_FIELD) ||
            (no_count != simdjson::SUCCESS && no_count != simdjson::NO_SUCH_FIELD) || count < 1)
            throw spoiled(path_, "finding " + std::to_string(number) + " is not written as a finding is");
        counts_[{std::string(file), std::string(id), std::string(pattern), std::string(print)}] +=
            static_cast<std::uint64_t>(count);
    }
}

std::string Baseline::file_of(const Origin& origin) {
    if (!stands_in_file(origin)) return std::string(origin.source);
    if (origin.source != last_source_) {
        last_source_ = origin.source;
        const fs::path folder = fs::absolute(path_).lexically_normal().parent_path();
        last_file_ =
            fs::absolute(last_source_).lexically_normal().lexically_relative(folder).generic_string();
    }
    return last_file_;
}

// Ids are JSON text already; in the file they stand as a string.
Baseline::Key Baseline::key_of(const Origin& origin, std::string_view pattern, std::string_view words) {
    return {valid_utf8(file_of(origin)), std::string(origin.id), std::string(pattern),
            finding_print(pattern, words)};
}

bool Baseline::take(const Origin& origin, std::string_view pattern, std::string_view words) {
    const auto key = key_of(origin, pattern, words);
    met_files_.insert(std::get<0>(key));
    const auto known = counts_.find(key);
    if (known == counts_.end() || known->second == 0) return false;
    --known->second;
    return true;
}

std::uint64_t Baseline::left() const {
    std::uint64_t left = 0;
    for (const auto& [key, count] : counts_)
        if (met_files_.contains(std::get<0>(key))) left += count;
    return left;
}

void Baseline::add(const Origin& origin, std::string_view pattern, std::string_view words) {
    ++counts_[key_of(origin, pattern, words)];
}

std::uint64_t Baseline::size() const {
    std::uint64_t size = 0;
    for (const auto& [key, count] : counts_) size += count;
    return size;
}

// A line a finding, sorted, so that a change reads well in a diff.
void Baseline::write() const {
    WholeFile file(path_);
    Output& out = file.output();
    out.write("{\"version\":" + std::to_string(version) + ",\"findings\":[");
    bool first = true;
    for (const auto& [key, count] : counts_) {
        const auto& [source, id, pattern, print] = key;
        out.write(first ? "\n" : ",\n");
        first = false;
        JsonWriter json(out.buffer());
        json.begin_object();
        const auto field = [&json](std::string_view name, std::string_view value) {
            json.key(name);
            json.string(value);
        };
        field("file", source);
        if (!id.empty()) field("id", id);
        field("pattern", pattern);
        field("print", print);
        if (count > 1) {
            json.key("count");
            json.number(static_cast<std::int64_t>(count));
        }
        json.end_object();
        out.settle();
    }
    out.write(first ? "]}\n" : "\n]}\n");
    file.commit();
}

}  // namespace attune
