// SPDX-License-Identifier: MIT
//
// What stands in the command table goes into the page as it is; only what no table knows is written here.
#include "app/manual.h"

#include <algorithm>

#include "app/command.h"
#include "text/utf8.h"

namespace attune {
namespace {

// Text for roff: nothing in it is a request or an escape, and every letter is ASCII. `code` becomes bold.
std::string roff(std::string_view text) {
    std::string out;
    bool bold = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        at += std::max<std::size_t>(point.size, 1);
        switch (point.value) {
            case U'`':
                bold = !bold;
                out += bold ? "\\fB" : "\\fR";
                break;
            case U'\\':
                out += "\\e";
                break;
            case U'-':
                out += "\\-";
                break;
            case U'\'':
                out += "\\(aq";
                break;
            case U'"':
                out += "\\(dq";
                break;
            case U'~':
                out += "\\(ti";
                break;
            case U'^':
                out += "\\(ha";
                break;
            case U'…':
                out += "...";
                break;
            case U'\n':
                out += ' ';
                break;
            default:
                if (point.value < 0x80) {
                    out += static_cast<char>(point.value);
                } else {
                    constexpr std::string_view hex = "0123456789ABCDEF";
                    std::string digits;
                    for (char32_t rest = point.value; rest > 0; rest /= 16)
                        digits.insert(digits.begin(), hex[rest % 16]);
                    out +=
                        "\\[u" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits + "]";
                }
        }
    }
    if (out.starts_with('.')) out.insert(0, "\\&");
    return out;
}

std::string bold(std::string_view text) {
    return "\\fB" + roff(text) + "\\fR";
}
std::string italic(std::string_view text) {
    return "\\fI" + roff(text) + "\\fR";
}

// A term and, indented below it, what it means.
std::string entry(const std::string& term, std::string_view meaning) {
    return ".TP\n" + term + "\n" + roff(meaning) + "\n";
}

std::string flag_entries(std::span<const Flag> flags) {
    std::string out;
    for (const Flag& flag : flags) {
        std::string term = flag.letter != 0 ? bold(std::string("-") + flag.letter) + ", " : "";
        term += bold(flag.name);
        if (!flag.choices.empty())
            term += " " + roff(flag.choices);
        else if (!flag.value.empty())
            term += " " + italic(flag.value);
        out += entry(term, flag.about);
    }
    return out;
}

std::string paragraphs(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find("\n\n"), text.size());
        out += ".PP\n" + roff(text.substr(0, end)) + "\n";
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return out;
}

// With a capital and a full stop, as sentences of a page have them.
std::string sentence(std::string_view about) {
    std::string out{about};
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out + ".";
}

std::string command_part(const Command& command) {
    std::string out = ".SS attune " + roff(command.name) + "\n" + roff(sentence(command.about)) + "\n";
    if (command.operand.at_most > 0) out += entry(italic(command.operand.name), command.operand.about);
    out += flag_entries(command.flags) + paragraphs(command.details);
    for (const Usage& example : command.examples)
        out += ".PP\n" + roff(sentence(example.about)) + "\n.PP\n.RS 4\n.EX\n" + roff(example.line) +
               "\n.EE\n.RE\n";
    return out;
}

struct Term {
    std::string_view name, meaning;
};

constexpr Term exits[] = {
    {"0", "nothing found, or done"},
    {"1", "something was found, or does not hold"},
    {"2", "an error: a wrong flag, a file that cannot be read, a bad record or pack"},
    {"130", "stopped by Ctrl-C, with what was done"},
};
constexpr Term environment[] = {
    {"ATTUNE_PACKS", "folders of rules, with colons between, that lie over the built-in ones"},
    {"XDG_DATA_HOME", "where attune/packs is looked for; ~/.local/share when it is not set"},
    {"XDG_CACHE_HOME", "where compiled packs are kept; ~/.cache when it is not set"},
    {"NO_COLOR", "no colour when it is set to anything"},
    {"COLUMNS", "how wide the screen is"},
};

std::string terms(std::span<const Term> list) {
    std::string out;
    for (const Term& term : list) out += entry(bold(term.name), term.meaning);
    return out;
}

}  // namespace

std::string manual_page() {
    std::string out = ".TH ATTUNE 1 \"" ATTUNE_DATE "\" \"attune " ATTUNE_VERSION "\" \"User Commands\"\n";
    out += ".SH NAME\nattune \\- a coach for replies to someone who shares something that hurts\n";
    out += ".SH SYNOPSIS\n.nf\n" + bold("attune") + "\n";
    for (const Command& command : commands()) {
        out += bold("attune " + std::string(command.name));
        if (!command.flags.empty()) out += " [" + italic("FLAG") + "...]";
        if (command.operand.at_most > 0) out += " [" + italic(command.operand.name) + "]";
        out += "\n";
    }
    out += ".fi\n.SH DESCRIPTION\n";
    out +=
        paragraphs(
            "attune reads a reply to someone who shares something that hurts, shows where it would leave "
            "them "
            "alone with it, and offers words that meet them. It works offline, gives the same answer every "
            "time, and is made of rules that can be read and changed.\n\n"
            "Without a command it practises on a terminal, and checks what is piped in. It reads English, "
            "and "
            "only the text. It is about sentences and not about persons, it is no clinician, and it is wrong "
            "at "
            "times: a flag is a reason to read a sentence again.")
            .substr(std::string_view(".PP\n").size());
    out += ".SH COMMANDS\n";
    for (const Command& command : commands()) out += command_part(command);
    out += ".SH FLAGS THAT EVERY COMMAND TAKES\n" + flag_entries(common_flags());
    out += ".SH EXIT STATUS\n" + terms(exits);
    out += ".SH ENVIRONMENT\n" + terms(environment);
    return out;
}

}  // namespace attune
