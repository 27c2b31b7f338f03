/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The promises of the settings. Accessibility: that of lists that are edited. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-members.h"
#include "bw-plain-row.h"
#include "bw-promise-group.h"
#include "bw-quantity.h"

struct _BwPromiseGroup {
  BwEditGroup parent_instance;

  /* Borrowed: children */
  AdwComboRow *priority;
  AdwComboRow *channel;
  GtkWidget *reply;
  GtkWidget *solve;

  /* Owned: as in the rows, which begin with any */
  GStrv priorities;
  GStrv channels;
};

G_DEFINE_FINAL_TYPE (BwPromiseGroup, bw_promise_group, BW_TYPE_EDIT_GROUP)

static GPtrArray *
get_promises (BwEditGroup *group)
{
  return bw_settings_get_sla_targets (
      bw_workspace_get_settings (bw_edit_group_get_workspace (group)));
}

static const BwSlaTarget *
get_promise (BwEditGroup *group, guint i)
{
  return g_ptr_array_index (get_promises (group), i);
}

static guint
count (BwEditGroup *group)
{
  return get_promises (group)->len;
}

static char *
name_tickets (const BwSlaTarget *promise)
{
  if (promise->priority != NULL && promise->channel != NULL)
    /* Translators: a priority and a channel */
    return g_strdup_printf (C_ ("promise", "%s, %s"), promise->priority, promise->channel);
  if (promise->priority != NULL || promise->channel != NULL)
    return g_strdup (promise->priority != NULL ? promise->priority : promise->channel);
  return g_strdup (_ ("All tickets"));
}

static char *
describe_promise (const BwSlaTarget *promise)
{
  g_autofree char *reply = bw_unit_format (BW_UNIT_SECONDS, promise->reply, BW_FORMAT_SHORT);
  g_autofree char *solve = bw_unit_format (BW_UNIT_SECONDS, promise->solve, BW_FORMAT_SHORT);

  if (isnan (promise->solve))
    return g_strdup_printf (_ ("first response within %s"), reply);
  if (isnan (promise->reply))
    return g_strdup_printf (_ ("solved within %s"), solve);
  return g_strdup_printf (_ ("first response within %s, solved within %s"), reply, solve);
}

static char *
describe (BwEditGroup *group, guint i)
{
  g_autofree char *tickets = name_tickets (get_promise (group, i));
  g_autofree char *words = describe_promise (get_promise (group, i));

  return g_strdup_printf ("%s: %s", tickets, words);
}

static GtkWidget *
create_row (BwEditGroup *group, guint i)
{
  g_autofree char *tickets = name_tickets (get_promise (group, i));
  g_autofree char *words = describe_promise (get_promise (group, i));

  return bw_plain_row_new (tickets, words);
}

static void
set_promise (
    BwEditGroup *group, const char *priority, const char *channel, double reply, double solve)
{
  BwWorkspace *workspace = bw_edit_group_get_workspace (group);
  g_autoptr (BwSettings) settings = bw_settings_copy (bw_workspace_get_settings (workspace));

  bw_settings_set_sla_target (settings, priority, channel, reply, solve);
  bw_workspace_set_settings (workspace, settings);
}

static void
remove_promise (BwEditGroup *group, guint i)
{
  g_autofree char *priority = g_strdup (get_promise (group, i)->priority);
  g_autofree char *channel = g_strdup (get_promise (group, i)->channel);

  set_promise (group, priority, channel, NAN, NAN);
}

/* --- The form ----------------------------------------------------------------------------------
 */

static AdwComboRow *
add_dimension (BwEditGroup *group, const char *title, GStrv members)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  GtkWidget *row;

  g_strv_builder_add (builder, _ ("Any"));
  g_strv_builder_addv (builder, (const char **) members);
  titles = g_strv_builder_end (builder);
  row = bw_edit_group_add_choice (group, title, (const char *const *) titles);
  gtk_widget_set_visible (row, *members != NULL);
  return ADW_COMBO_ROW (row);
}

static void
create_form (BwEditGroup *group)
{
  BwPromiseGroup *self = BW_PROMISE_GROUP (group);
  BwWorkspace *workspace = bw_edit_group_get_workspace (group);

  self->priorities = bw_members_list (workspace, BW_FIELD_PRIORITY);
  self->channels = bw_members_list (workspace, BW_FIELD_CHANNEL);
  self->priority = add_dimension (group, _ ("Priority"), self->priorities);
  self->channel = add_dimension (group, _ ("Channel"), self->channels);
  self->reply = bw_edit_group_add_entry (group, _ ("First response within, such as 4 h"));
  self->solve = bw_edit_group_add_entry (group, _ ("Solved within, such as 2 d"));
}

static gboolean
read_entry (GtkWidget *entry, double *seconds)
{
  gboolean reads =
      bw_quantity_parse (BW_UNIT_SECONDS, gtk_editable_get_text (GTK_EDITABLE (entry)), seconds);

  bw_edit_group_mark_entry (entry, !reads);
  return reads;
}

static gboolean
read_entries (BwPromiseGroup *self, double *reply, double *solve)
{
  gboolean reads;

  if (self->solve == NULL)
    return FALSE;
  reads = read_entry (self->reply, reply);
  return read_entry (self->solve, solve) && reads && !(isnan (*reply) && isnan (*solve));
}

static gboolean
is_complete (BwEditGroup *group)
{
  double reply, solve;

  return read_entries (BW_PROMISE_GROUP (group), &reply, &solve);
}

/* NULL of any. */
static const char *
get_member (AdwComboRow *row, GStrv members)
{
  guint i = adw_combo_row_get_selected (row);

  return i > 0 ? members[i - 1] : NULL;
}

static void
add (BwEditGroup *group)
{
  BwPromiseGroup *self = BW_PROMISE_GROUP (group);
  double reply, solve;

  read_entries (self, &reply, &solve);
  gtk_editable_set_text (GTK_EDITABLE (self->reply), "");
  gtk_editable_set_text (GTK_EDITABLE (self->solve), "");
  set_promise (group, get_member (self->priority, self->priorities),
               get_member (self->channel, self->channels), reply, solve);
}

static void
show_member (AdwComboRow *row, GStrv members, const char *member)
{
  guint i = 0;

  while (member != NULL && members[i] != NULL && !g_str_equal (members[i], member))
    i++;
  adw_combo_row_set_selected (row, member != NULL && members[i] != NULL ? i + 1 : 0);
}

static void
show_amount (GtkWidget *entry, double seconds)
{
  g_autofree char *text = bw_quantity_format (BW_UNIT_SECONDS, seconds);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
edit (BwEditGroup *group, guint i)
{
  BwPromiseGroup *self = BW_PROMISE_GROUP (group);
  const BwSlaTarget *promise = get_promise (group, i);

  show_member (self->priority, self->priorities, promise->priority);
  show_member (self->channel, self->channels, promise->channel);
  show_amount (self->reply, promise->reply);
  show_amount (self->solve, promise->solve);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_promise_group_finalize (GObject *object)
{
  BwPromiseGroup *self = BW_PROMISE_GROUP (object);

  g_strfreev (self->priorities);
  g_strfreev (self->channels);
  G_OBJECT_CLASS (bw_promise_group_parent_class)->finalize (object);
}

static void
bw_promise_group_class_init (BwPromiseGroupClass *klass)
{
  BwEditGroupClass *group_class = BW_EDIT_GROUP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_promise_group_finalize;
  group_class->form_title = N_ ("Add a Promise");
  group_class->add_label = N_ ("_Set Promise");
  group_class->count = count;
  group_class->describe = describe;
  group_class->create_row = create_row;
  group_class->remove = remove_promise;
  group_class->create_form = create_form;
  group_class->is_complete = is_complete;
  group_class->add = add;
  group_class->edit = edit;
}

static void
bw_promise_group_init (BwPromiseGroup *self)
{
}

GtkWidget *
bw_promise_group_new (BwWorkspace *workspace)
{
  BwPromiseGroup *self =
      g_object_new (BW_TYPE_PROMISE_GROUP, "title",
                    _ ("Service Level Agreement"), "description",
                      _ ("What customers were promised. It is used for tickets whose files have no "
                       "due dates of their own."),
                        NULL);

  bw_edit_group_start (BW_EDIT_GROUP (self), workspace, "settings");
  return GTK_WIDGET (self);
}
