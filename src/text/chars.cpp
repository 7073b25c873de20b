// SPDX-License-Identifier: MIT
#include "text/chars.h"

#include <utf8proc.h>

namespace attune {

WideKind wide_kind(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x201A:
            return WideKind::apostrophe_open;
        case 0x2019:
        case 0x02BC:
        case 0x00B4:
            return WideKind::apostrophe;
        case 0x201C:
        case 0x201E:
        case 0x00AB:
            return WideKind::quote_open;
        case 0x201D:
        case 0x00BB:
            return WideKind::quote_close;
        case 0x2026:
            return WideKind::ellipsis;
        case 0x0085:
        case 0x2028:
        case 0x2029:
            return WideKind::line_break;
        case 0x200D:
        case 0xFE0F:
            return WideKind::joiner;
        case 0x00AD:
        case 0x200B:
        case 0x2060:
        case 0xFEFF:
            return WideKind::space;
        case 0x3002:
        case 0xFF0E:
            return WideKind::stop;
        case 0x3001:
        case 0xFF0C:
            return WideKind::comma;
        case 0xFF1F:
            return WideKind::question;
        case 0xFF01:
            return WideKind::exclamation;
        default:
            break;
    }
    if (c >= 0x2010 && c <= 0x2015) return WideKind::dash;
    if (c >= 0x1F3FB && c <= 0x1F3FF) return WideKind::joiner;  // skin tones
    if ((c >= 0x2600 && c <= 0x27BF) || (c >= 0x1F000 && c <= 0x1FAFF) || c == 0x2B50 || c == 0x263A)
        return WideKind::pictograph;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND:
            return WideKind::letter;
        case UTF8PROC_CATEGORY_ZS:
            return WideKind::space;
        default:
            return WideKind::other;
    }
}

}  // namespace attune
