// SPDX-License-Identifier: MIT
#pragma once

#include "app/json_writer.h"
#include "app/presenter.h"

namespace attune {

// The version of the shape that check's JSON has; data/schemas/reading.schema.json tells it in full.
inline constexpr int json_version = 1;

// Writes an entry as one object: the contract of `check --format jsonl`. Offsets count code points of the
// reply.
void write_reading(const Knowledge& knowledge, const Entry& entry, float reported_from, JsonWriter& json);

}  // namespace attune
