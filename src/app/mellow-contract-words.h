/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mellow-contract-watch.h"

G_BEGIN_DECLS

char *mellow_contract_words_describe (MellowContractWatch *watch);
char *mellow_contract_words_describe_kept (guint n_deviations);
char *mellow_contract_words_get_title (const ProseDeviation *deviation, const char *phrase);
char *mellow_contract_words_get_figure (const ProseDeviation *deviation);
char *mellow_contract_words_get_agreed (const ProseDeviation *deviation,
                                        const ProseContract *terms);

const char *mellow_contract_words_get_meaning (ProseMeter meter, double value);
char *mellow_contract_words_describe_corridor (ProseMeter meter, const ProseCorridor *corridor);
char *mellow_contract_words_describe_questions (const ProseCorridor *corridor);
char *mellow_contract_words_sum_up (const ProseContract *terms);

G_END_DECLS
