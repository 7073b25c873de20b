// SPDX-License-Identifier: MIT
//
// The page's style and script, as they stand in it, and the digests that its content policy lets through:
// nothing else may be applied or run, and nothing be fetched. A test holds the digests to the texts.
#pragma once

#include <string_view>

namespace attune {

extern const std::string_view html_style, html_script;
extern const std::string_view html_style_digest, html_script_digest;  // "sha256-…"

}  // namespace attune
