#include "builtin.h"

#include "rulebook_bytes.h"

namespace dealcheck {

const Rulebook& builtin_rulebook() {
  // Never destroyed: taking thousands of texts apart at exit would cost more than judging a deal.
  static const Rulebook* const kBook = new Rulebook(rulebook_from_bytes(builtin_rules_bytes()));
  return *kBook;
}

}  // namespace dealcheck
