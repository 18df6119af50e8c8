/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The whole engine, for its callers. */

#include "check/prose-checker.h"
#include "check/prose-dismissal.h"
#include "check/prose-ignore-key.h"
#include "check/prose-ignore-list.h"
#include "check/prose-live-checker.h"
#include "formats/prose-document.h"
#include "formats/prose-docx.h"
#include "formats/prose-format.h"
#include "formats/prose-translation.h"
#include "rewrite/prose-brief.h"
#include "rewrite/prose-document-data.h"
#include "rewrite/prose-rewriter.h"
#include "rules/prose-rule-store.h"
#include "rules/prose-user-rules.h"
#include "rules/prose-user-store.h"
#include "text/prose-line-index.h"
#include "text/prose-tokenizer.h"
#include "tone/prose-alignment.h"
#include "tone/prose-claim.h"
#include "tone/prose-contract.h"
#include "tone/prose-message.h"
#include "tone/prose-parity.h"
#include "tone/prose-tone-figures.h"
#include "tone/prose-tone-note.h"
#include "tone/prose-tone-repeat.h"
#include "tone/prose-tone-summary.h"
#include "tone/prose-word-diff.h"
