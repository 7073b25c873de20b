// SPDX-License-Identifier: MIT
//
// Writes JSON by appending to one buffer: no tree, no allocation of its own. Whatever bytes a string holds,
// what is written is valid UTF-8 and valid JSON. Commas are kept by the writer; that calls nest rightly is
// the caller's duty.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    // `name` needs no escaping.
    void key(std::string_view name) {
        comma();
        out_.push_back('"');
        out_.append(name);
        out_.append("\":");
        fresh_ = true;
    }
    void string(std::string_view text);
    void number(std::int64_t value);
    // In (0, 1], two decimals; a value below .5 never reads as .5, one above 0 never as 0.
    void confidence(float value);
    void boolean(bool value) { raw(value ? "true" : "false"); }
    // A key and its value in one.
    void field(std::string_view name, std::string_view value) {
        key(name);
        string(value);
    }
    void field(std::string_view name, std::int64_t value) {
        key(name);
        number(value);
    }
    // JSON text as it is.
    void raw(std::string_view json) {
        comma();
        out_.append(json);
    }

  private:
    void open(char bracket) {
        comma();
        out_.push_back(bracket);
        fresh_ = true;
    }
    void close(char bracket) {
        out_.push_back(bracket);
        fresh_ = false;
    }
    void comma() {
        if (!fresh_) out_.push_back(',');
        fresh_ = false;
    }

    std::string& out_;
    bool fresh_ = true;  // nothing stands before the next value in its object or array
};

}  // namespace attune
