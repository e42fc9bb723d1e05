#include "CTOML.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
// Input decides some of toml++'s assertions: `[=` would end the process, though the check behind the
// assertion gives an error. (With NDEBUG they are assumptions, by which that check is left out.)
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT
#define TOML_ASSERT(expr) static_assert(true)
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(expr) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

struct ctoml_document {
  toml::table table;
  std::vector<ctoml_value> values;
  std::string problem;
  uint32_t line = 0;
  bool failed = false;
};

namespace {

/// A list or table that is being walked.
struct frame {
  const toml::array *array;
  /// A table's members in the order of the text: toml++ keeps them in that of their keys.
  std::vector<std::pair<const toml::key *, const toml::node *>> members;
  size_t position;
};

bool precedes(const toml::source_position &one, const toml::source_position &other) {
  return one.line != other.line ? one.line < other.line : one.column < other.column;
}

frame opened(const toml::table &table) {
  frame result{nullptr, {}, 0};
  result.members.reserve(table.size());
  for (auto &&[key, node] : table) result.members.emplace_back(&key, &node);
  std::stable_sort(
      result.members.begin(), result.members.end(), [](const auto &one, const auto &other) {
        return precedes(one.first->source().begin, other.first->source().begin);
      });
  return result;
}

void set(ctoml_value &value, const toml::date &date) {
  value.year = date.year;
  value.month = date.month;
  value.day = date.day;
}

void set(ctoml_value &value, const toml::time &time) {
  value.hour = time.hour;
  value.minute = time.minute;
  value.second = time.second;
  value.nanosecond = static_cast<int32_t>(time.nanosecond);
}

void set(ctoml_value &value, const toml::node &node) {
  switch (node.type()) {
  case toml::node_type::string: {
    const std::string &text = node.as_string()->get();
    value.kind = CTOML_STRING;
    value.text = text.data();
    value.text_length = text.size();
    break;
  }
  case toml::node_type::integer:
    value.kind = CTOML_INTEGER;
    value.integer = node.as_integer()->get();
    break;
  case toml::node_type::floating_point:
    value.kind = CTOML_FLOAT;
    value.number = node.as_floating_point()->get();
    break;
  case toml::node_type::boolean:
    value.kind = CTOML_BOOLEAN;
    value.boolean = node.as_boolean()->get();
    break;
  case toml::node_type::date:
    value.kind = CTOML_DATE;
    set(value, node.as_date()->get());
    break;
  case toml::node_type::time:
    value.kind = CTOML_TIME;
    set(value, node.as_time()->get());
    break;
  case toml::node_type::date_time: {
    const toml::date_time &moment = node.as_date_time()->get();
    value.kind = CTOML_DATE_TIME;
    set(value, moment.date);
    set(value, moment.time);
    if (moment.offset) {
      value.has_offset = true;
      value.offset = moment.offset->minutes;
    }
    break;
  }
  default: break;
  }
}

void flatten(ctoml_document &document) {
  std::vector<frame> frames;
  frames.push_back(opened(document.table));
  while (!frames.empty()) {
    frame &top = frames.back();
    const size_t count = top.array ? top.array->size() : top.members.size();
    if (top.position == count) {
      frames.pop_back();
      if (!frames.empty()) {
        ctoml_value end{};
        end.kind = CTOML_END;
        document.values.push_back(end);
      }
      continue;
    }
    ctoml_value value{};
    const toml::node *node;
    if (top.array) {
      node = top.array->get(top.position);
    } else {
      const auto &member = top.members[top.position];
      const std::string_view key = member.first->str();
      value.key = key.data();
      value.key_length = key.size();
      node = member.second;
    }
    top.position += 1;
    if (const toml::table *table = node->as_table()) {
      value.kind = CTOML_TABLE;
      document.values.push_back(value);
      frames.push_back(opened(*table));
    } else if (const toml::array *array = node->as_array()) {
      value.kind = CTOML_ARRAY;
      document.values.push_back(value);
      frames.push_back(frame{array, {}, 0});
    } else {
      set(value, *node);
      document.values.push_back(value);
    }
  }
}

}  // namespace

extern "C" ctoml_document *ctoml_parse(const char *text, size_t length) {
  try {
    auto document = std::make_unique<ctoml_document>();
    toml::parse_result result = toml::parse(std::string_view(text, length));
    if (result.failed()) {
      document->failed = true;
      document->problem = std::string(result.error().description());
      document->line = result.error().source().begin.line;
      return document.release();
    }
    document->table = std::move(result).table();
    flatten(*document);
    return document.release();
  } catch (const std::bad_alloc &) {
    return nullptr;
  }
}

extern "C" void ctoml_free(ctoml_document *document) { delete document; }

extern "C" const char *ctoml_problem(const ctoml_document *document) {
  return document->failed ? document->problem.c_str() : nullptr;
}

extern "C" uint32_t ctoml_problem_line(const ctoml_document *document) { return document->line; }

extern "C" size_t ctoml_count(const ctoml_document *document) { return document->values.size(); }

extern "C" const ctoml_value *ctoml_values(const ctoml_document *document) {
  return document->values.data();
}
