// SPDX-License-Identifier: MIT
#include "practice/history.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "practice/database.h"
#include "practice/migrations.h"
#include "practice/recorder.h"

using namespace attune;

namespace {

namespace fs = std::filesystem;

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "attune-history-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string history() const {
        return (path_ / "state" / "attune" / "history.sqlite").string();
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

Attempt sample(Instant at, std::string draft = "You should get some rest.") {
    Attempt attempt;
    attempt.scenario = "partner.long-day";
    attempt.at = at;
    attempt.depth = 1;
    attempt.attempt = 2;
    attempt.landing = Landing::missed;
    attempt.score = 26;
    attempt.patterns = {"fixing", "minimizing"};
    attempt.rules = {"fixing.direct.you-should", "minimizing.shrink.worse-possible"};
    attempt.moves = {"naming"};
    attempt.statement = "I've been on my feet since six.";
    attempt.draft = std::move(draft);
    return attempt;
}

History opened(const std::string& path, Keeping keeping) {
    History history(path);
    history.choose(keeping);
    return history;
}

std::string what_opening_says(const std::string& path) {
    try {
        History history(path);
    } catch (const HistoryError& error) {
        return error.what();
    }
    return "";
}

// All bytes of all files below the folder.
std::string raw(const fs::path& folder) {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

int rights(const std::string& path) {
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    return static_cast<int>(found.st_mode & 0777);
}

}  // namespace

TEST_CASE("what is recorded is read back by the next session, oldest first") {
    const Folder folder;
    const Attempt late = sample(2000), early = sample(1000, "That sounds hard.");
    {
        History history = opened(folder.history(), Keeping::texts);
        history.record(late);
        history.record(early);
        history.record(Checkin{1500, "tired", 7});
        history.record(Checkin{1600, "calm", std::nullopt});
    }
    const History history(folder.history());
    CHECK(history.keeping() == Keeping::texts);
    CHECK(history.attempts() == std::vector{early, late});
    CHECK(history.checkins() == std::vector{Checkin{1500, "tired", 7}, Checkin{1600, "calm", std::nullopt}});
}

TEST_CASE("texts are kept only when that was asked for") {
    const Folder folder;
    {
        History history = opened(folder.history(), Keeping::figures);
        history.record(sample(1000, "MARKERDRAFT"));
        Attempt bare = sample(1000);
        bare.statement = bare.draft = "";
        CHECK(history.attempts() == std::vector{bare});
        CHECK(raw(folder.path()).find("MARKERDRAFT") == std::string::npos);
    }
    CHECK(raw(folder.path()).find("MARKERDRAFT") == std::string::npos);
}

TEST_CASE("texts that mention risk are not kept, even where texts are") {
    const Folder folder;
    History history = opened(folder.history(), Keeping::texts);
    Attempt attempt = sample(1000, "MARKERDRAFT");
    attempt.landing = Landing::risk;
    history.record(attempt);
    REQUIRE(history.attempts().size() == 1);
    CHECK(history.attempts()[0].draft.empty());
    CHECK(raw(folder.path()).find("MARKERDRAFT") == std::string::npos);
}

TEST_CASE("nothing is recorded before somebody agreed, or when they did not want it") {
    const Folder folder;
    History history(folder.history());
    CHECK(history.keeping() == Keeping::unasked);
    history.record(sample(1));
    history.choose(Keeping::nothing);
    history.record(sample(2));
    history.record(Checkin{3, "tired", 7});
    CHECK(history.attempts().empty());
    CHECK(history.checkins().empty());
    CHECK(History(folder.history()).keeping() == Keeping::nothing);
}

TEST_CASE("only the owner may read the files and their folder") {
    const Folder folder;
    const mode_t before = ::umask(0);
    {
        History history = opened(folder.history(), Keeping::figures);
        history.record(sample(1));
        for (const char* end : {"", "-wal", "-shm"}) CHECK(rights(folder.history() + end) == 0600);
        CHECK(rights(fs::path(folder.history()).parent_path()) == 0700);
    }
    // A copy that was put back with wider rights is narrowed.
    ::chmod(folder.history().c_str(), 0644);
    History history(folder.history());
    CHECK(rights(folder.history()) == 0600);
    ::umask(before);
}

TEST_CASE("text of any kind comes back as it was") {
    const Folder folder;
    History history = opened(folder.history(), Keeping::texts);
    Attempt attempt = sample(1, std::string("a\0b \xff'\" ☂ DROP TABLE", 21));
    history.record(attempt);
    CHECK(history.attempts() == std::vector{attempt});
}

TEST_CASE("a history of the first version is brought to today's with all that it holds") {
    const Folder folder;
    fs::create_directories(fs::path(folder.history()).parent_path());
    {
        Database old(folder.history());
        old.run(history_steps()[0]);
        old.run(
            "PRAGMA application_id = 1635021941; PRAGMA user_version = 1;"
            "INSERT INTO settings VALUES ('keep', 'figures');"
            "INSERT INTO attempts (at, scenario, attempt, landing, score, patterns, rules, moves) VALUES "
            "(1000, 'partner.long-day', 1, 'missed', 26, 'fixing', 'fixing.direct.you-should', ''),"
            "(2000, 'teen.fail', 2, 'met', 81, '', '', 'naming asking')");
    }
    History history(folder.history());
    CHECK(history.keeping() == Keeping::figures);
    const auto attempts = history.attempts();
    REQUIRE(attempts.size() == 2);
    CHECK(attempts[0].scenario == "partner.long-day");
    CHECK(attempts[0].patterns == std::vector<std::string>{"fixing"});
    CHECK(attempts[0].depth == 0);
    CHECK(attempts[1].landing == Landing::met);
    CHECK(attempts[1].moves == std::vector<std::string>{"naming", "asking"});
    history.record(Checkin{3000, "tired", 7});
    CHECK(history.checkins().size() == 1);
    Database now(folder.history());
    CHECK(now.number_of("PRAGMA user_version") == static_cast<std::int64_t>(history_steps().size()));
}

TEST_CASE("a step that fails leaves the file in its version") {
    const Folder folder;
    fs::create_directories(fs::path(folder.history()).parent_path());
    {
        Database old(folder.history());
        old.run(history_steps()[0]);
        // The table that the second step makes stands there already.
        old.run("PRAGMA application_id = 1635021941; PRAGMA user_version = 1; CREATE TABLE checkins (x)");
    }
    CHECK(what_opening_says(folder.history()).find("checkins") != std::string::npos);
    Database after(folder.history());
    CHECK(after.number_of("PRAGMA user_version") == 1);
    CHECK(after.number_of("SELECT count(*) FROM pragma_table_info('attempts') WHERE name = 'depth'") == 0);
}

TEST_CASE("a history of a newer attune is left as it is") {
    const Folder folder;
    { History history(folder.history()); }
    { Database(folder.history()).run("PRAGMA user_version = 99"); }
    CHECK(what_opening_says(folder.history()).find("was written by a newer attune (version 99") !=
          std::string::npos);
    CHECK(Database(folder.history()).number_of("PRAGMA user_version") == 99);
}

TEST_CASE("a database of something else and a file that is none are left alone, byte for byte") {
    const Folder folder;
    fs::create_directories(fs::path(folder.history()).parent_path());
    {
        Database(folder.history())
            .run("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')");
    }
    std::string before = raw(folder.path());
    CHECK(what_opening_says(folder.history()).find("is a database of something else") != std::string::npos);
    CHECK(raw(folder.path()) == before);

    std::ofstream(folder.history(), std::ios::trunc)
        << "Dear diary, this is a plain text of a hundred letters "
           "or more, and no database at all, whatever its name is.";
    before = raw(folder.path());
    CHECK(what_opening_says(folder.history()).find("is no history of attune") != std::string::npos);
    CHECK(raw(folder.path()) == before);
}

TEST_CASE("a place that cannot be written is told with its reason") {
    const Folder folder;
    fs::create_directories(folder.history());  // a folder stands where the file should
    CHECK(what_opening_says(folder.history()).find(folder.history()) != std::string::npos);
    std::ofstream(folder.path() / "wall") << "x";
    CHECK(what_opening_says((folder.path() / "wall" / "history.sqlite").string()).find("wall") !=
          std::string::npos);
    CHECK(what_opening_says("").find("$HOME") != std::string::npos);
}

TEST_CASE("a damaged file is told as one") {
    const Folder folder;
    {
        History history = opened(folder.history(), Keeping::texts);
        for (int i = 0; i < 200; ++i) history.record(sample(i));
    }
    const auto size = fs::file_size(folder.history());
    std::fstream file(folder.history(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(size - 4096, '\x5a');
    file.close();
    std::string told;
    try {
        const History history(folder.history());
        (void)history.attempts();
    } catch (const HistoryError& error) {
        told = error.what();
    }
    CHECK(told.find("is damaged") != std::string::npos);
}

TEST_CASE("two sessions at once are both recorded") {
    const Folder folder;
    { opened(folder.history(), Keeping::figures); }
    constexpr int each = 60;
    const auto practise = [&](int offset) {
        History history(folder.history());
        for (int i = 0; i < each; ++i) history.record(sample(offset + i));
    };
    std::thread one(practise, 0), other(practise, 1000);
    one.join();
    other.join();
    CHECK(History(folder.history()).attempts().size() == 2 * each);
}

TEST_CASE("many that begin at once make one history") {
    for (int round = 0; round < 5; ++round) {
        const Folder folder;
        std::vector<std::thread> threads;
        std::vector<std::string> told(6);
        for (std::string& words : told)
            threads.emplace_back([&] {
                try {
                    opened(folder.history(), Keeping::figures).record(sample(1));
                } catch (const HistoryError& error) {
                    words = error.what();
                }
            });
        for (std::thread& thread : threads) thread.join();
        for (const std::string& words : told) CHECK(words == "");
        CHECK(History(folder.history()).attempts().size() == told.size());
    }
}

TEST_CASE("a full disk is told, loses nothing, and what waited is kept once there is room") {
    const Folder folder;
    { opened(folder.history(), Keeping::texts).record(sample(1)); }
    // The kernel refuses to let files grow beyond this, as a full disk does.
    rlimit usual{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    Recorder recorder{History(folder.history())};
    const rlimit tight{fs::file_size(folder.history() + "-wal") + 20'000, usual.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
    const std::string long_draft(5000, 'x');
    std::vector<std::string> told;
    for (int i = 2; i <= 12; ++i)
        if (std::string words = recorder.record(sample(i, long_draft)); !words.empty()) told.push_back(words);
    const std::size_t waiting = recorder.waiting();
    const std::string at_the_end = recorder.finish();
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &usual) == 0);
    std::signal(SIGXFSZ, handler);

    REQUIRE(told.size() == 1);  // once, not at each draft
    CHECK(told[0].find("full") != std::string::npos);
    CHECK(waiting > 0);
    CHECK(at_the_end.starts_with("How " + std::to_string(waiting) + " drafts landed could not be kept: "));
    CHECK(recorder.waiting() == waiting);
    CHECK(recorder.history().attempts().size() == 12 - waiting);
    CHECK(recorder.record(sample(13)) == "");
    CHECK(recorder.waiting() == 0);
    CHECK(recorder.finish() == "");
    const History history(folder.history());
    const auto attempts = history.attempts();
    REQUIRE(attempts.size() == 13);
    for (std::size_t i = 0; i < attempts.size(); ++i) CHECK(attempts[i].at == static_cast<Instant>(i) + 1);
    CHECK(Database(folder.history()).text_of("PRAGMA integrity_check") == "ok");
}

TEST_CASE("what is forgotten is in no file any more, also while another session is open") {
    const Folder folder;
    History other = opened(folder.history(), Keeping::texts);
    History history(folder.history());
    for (int i = 0; i < 50; ++i) history.record(sample(1000 + i, "MARKEROLD " + std::string(300, 'o')));
    for (int i = 0; i < 5; ++i) other.record(sample(5000 + i, "MARKERNEW"));
    other.record(Checkin{1001, "MARKEROLD", 3});
    REQUIRE(raw(folder.path()).find("MARKEROLD") != std::string::npos);

    const auto erased = history.forget(5000);
    CHECK(erased.attempts == 50);
    CHECK(erased.checkins == 1);
    CHECK(erased.first == 1000);
    CHECK(erased.last == 1049);
    CHECK(raw(folder.path()).find("MARKEROLD") == std::string::npos);
    CHECK(raw(folder.path()).find("MARKERNEW") != std::string::npos);
    CHECK(history.keeping() == Keeping::texts);
    CHECK(other.attempts().size() == 5);

    // All of it: the file stays for the other session, without its words.
    const auto rest = history.forget(std::nullopt);
    CHECK(rest.attempts == 5);
    CHECK(rest.in_use);
    CHECK(raw(folder.path()).find("MARKERNEW") == std::string::npos);
    CHECK(fs::exists(folder.history()));
    other.record(sample(6000));
    CHECK(other.attempts().size() == 1);
}

TEST_CASE("when all is forgotten the files go, and the next session is asked anew") {
    const Folder folder;
    {
        History history = opened(folder.history(), Keeping::texts);
        history.record(sample(1));
        const auto erased = history.forget(std::nullopt);
        CHECK(erased.attempts == 1);
        CHECK_FALSE(erased.in_use);
    }
    CHECK_FALSE(fs::exists(fs::path(folder.history()).parent_path()));
    CHECK_FALSE(History::exists(folder.history()));
    CHECK(History(folder.history()).keeping() == Keeping::unasked);
}

TEST_CASE("the usual place follows the state folder of the desktop's specification") {
    const auto value = [](const char* name) {
        return std::getenv(name) == nullptr ? "" : std::string(std::getenv(name));
    };
    const std::string home = value("HOME"), state = value("XDG_STATE_HOME");
    ::setenv("HOME", "/home/kim", 1);
    ::unsetenv("XDG_STATE_HOME");
    CHECK(History::usual_path() == "/home/kim/.local/state/attune/history.sqlite");
    ::setenv("XDG_STATE_HOME", "/elsewhere", 1);
    CHECK(History::usual_path() == "/elsewhere/attune/history.sqlite");
    ::setenv("XDG_STATE_HOME", "relative", 1);
    CHECK(History::usual_path() == "/home/kim/.local/state/attune/history.sqlite");
    ::unsetenv("HOME");
    CHECK(History::usual_path().empty());
    if (!home.empty()) ::setenv("HOME", home.c_str(), 1);
    if (state.empty())
        ::unsetenv("XDG_STATE_HOME");
    else
        ::setenv("XDG_STATE_HOME", state.c_str(), 1);
}
