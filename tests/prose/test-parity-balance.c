/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tone/prose-parity-balance.h"

#include "prose-fixture.h"

/* What a rule of a family finds. */
typedef struct {
  const char *family;
  ProseSeverity severity;
  guint weight;
} Found;

#define N_FOUND 3

/* Marks of both sides, and the devices that they are. */
typedef struct {
  ProseCategory categories[2][N_FOUND];
  ProseRule rules[2][N_FOUND];
  ProseDiagnostic marks[2][N_FOUND];
  GArray *devices[2];
} Fixture;

static GArray *
add_side (Fixture *self, guint side, const Found *found)
{
  GArray *devices = prose_parity_devices_new ();

  for (guint i = 0; i < N_FOUND && found[i].family != NULL; i++) {
    self->categories[side][i].id = (char *)found[i].family;
    self->rules[side][i] = (ProseRule){ .category = &self->categories[side][i],
                                        .severity = found[i].severity,
                                        .weight = found[i].weight };
    self->marks[side][i].rule = &self->rules[side][i];
    prose_parity_devices_add (devices, &self->marks[side][i]);
  }
  return devices;
}

static const char *
get_name (const ProseParityDevice *device)
{
  return device != NULL ? prose_parity_device_get_family (device) : "-";
}

/* What is added, what is lost, what differs on both sides and by how much; what is more. */
static char *
balance_to_string (const Found *source, const Found *target)
{
  Fixture fixture = { 0 };
  g_autoptr (GArray) before = add_side (&fixture, 0, source);
  g_autoptr (GArray) after = add_side (&fixture, 1, target);
  ProseParityBalance balance = prose_parity_balance_new (before, after);

  return g_strdup_printf ("+%s -%s %s %+d, %+d", get_name (balance.added), get_name (balance.lost),
                          get_name (balance.after), prose_parity_balance_get_change (&balance),
                          balance.more);
}

#define PRESSURE PROSE_SEVERITY_PRESSURE
#define PROOF PROSE_SEVERITY_PROOF

static void
test_nothing (void)
{
  const Found none[N_FOUND] = { { 0 } }, some[N_FOUND] = { { "shame", PRESSURE, 5 } };

  assert_string (balance_to_string (none, none), "+- -- - +0, +0");
  assert_string (balance_to_string (some, some), "+- -- - +0, +0");
}

static void
test_alone (void)
{
  const Found source[N_FOUND] = { { "shame", PRESSURE, 5 }, { "scarcity", PRESSURE, 6 } };
  const Found target[N_FOUND] = { { "urgency", PRESSURE, 4 }, { "shame", PRESSURE, 5 } };

  assert_string (balance_to_string (source, target), "+urgency -scarcity - +0, -2");
  assert_string (balance_to_string (target, source), "+scarcity -urgency - +0, +2");
}

static void
test_the_gravest_of_a_family_stays (void)
{
  const Found source[N_FOUND] = { { "shame", PROOF, 9 }, { "shame", PRESSURE, 4 } };
  const Found target[N_FOUND] = { { "shame", PRESSURE, 8 }, { "shame", PRESSURE, 5 } };

  assert_string (balance_to_string (source, target), "+- -- shame +4, +4");
}

static void
test_strength (void)
{
  const Found light[N_FOUND] = { { "shame", PROOF, 4 } };
  const Found other[N_FOUND] = { { "shame", PROOF, 6 } };
  const Found graver[N_FOUND] = { { "shame", PRESSURE, 6 } };
  const Found heavy[N_FOUND] = { { "shame", PROOF, 7 } };

  assert_string (balance_to_string (light, other), "+- -- - +0, +2");
  assert_string (balance_to_string (light, graver), "+- -- shame +2, +2");
  assert_string (balance_to_string (graver, light), "+- -- shame -2, -2");
  assert_string (balance_to_string (light, heavy), "+- -- shame +3, +3");
}

static void
test_kin (void)
{
  const Found source[N_FOUND] = { { "deadline", PRESSURE, 5 } };
  const Found target[N_FOUND] = { { "countdown", PRESSURE, 5 } };

  assert_string (balance_to_string (source, target), "+- -- - +0, +0");
}

static void
test_devices (void)
{
  const Found found[N_FOUND] = { { "deadline", PRESSURE, 5 }, { "shame", PRESSURE, 3 } };
  Fixture fixture = { 0 };
  g_autoptr (GArray) devices = add_side (&fixture, 0, found);

  g_assert_cmpuint (prose_parity_devices_get_weight (devices), ==, 8);
  g_assert_nonnull (prose_parity_devices_find (devices, "countdown"));
  prose_parity_devices_remove (devices, "shouting");
  g_assert_cmpuint (devices->len, ==, 2);
  prose_parity_devices_remove (devices, "shame");
  g_assert_null (prose_parity_devices_find (devices, "shame"));
  g_assert_cmpuint (prose_parity_devices_get_weight (devices), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parity-balance/nothing", test_nothing);
  g_test_add_func ("/parity-balance/alone", test_alone);
  g_test_add_func ("/parity-balance/the-gravest-of-a-family-stays",
                   test_the_gravest_of_a_family_stays);
  g_test_add_func ("/parity-balance/strength", test_strength);
  g_test_add_func ("/parity-balance/kin", test_kin);
  g_test_add_func ("/parity-balance/devices", test_devices);

  return g_test_run ();
}
