/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice of currencies by their codes.
 *
 * Shortcuts: letters search. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-currency-row.h"
#include "bw-report-widget.h"

/* ISO 4217. */
static const char codes[] =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD "
    "CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
    "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW "
    "KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR "
    "MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR "
    "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

struct _BwCurrencyRow {
  AdwComboRow parent_instance;

  gboolean showing; /* the settings, not the user, change the choice */

  /* Owned */
  BwWorkspace *workspace;
  GStrv choices; /* as in the row; the first is that of the files */
};

G_DEFINE_FINAL_TYPE (BwCurrencyRow, bw_currency_row, ADW_TYPE_COMBO_ROW)

static char *
name_files (BwWorkspace *workspace)
{
  const char *code = bw_dataset_get_currency (bw_workspace_get_dataset (workspace));

  /* Translators: the currency that the files say */
  return code != NULL ? g_strdup_printf (_ ("As in the files: %s"), code)
                      : g_strdup (_ ("As in the files"));
}

static void
fill (BwCurrencyRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = g_strsplit (codes, " ", -1);
  g_autofree char *files = name_files (self->workspace);
  const char *own = bw_settings_get_currency (bw_workspace_get_settings (self->workspace));
  g_autoptr (GtkStringList) model = NULL;

  g_strv_builder_add (builder, files);
  if (own != NULL && !g_strv_contains ((const char *const *) all, own))
    g_strv_builder_add (builder, own);
  g_strv_builder_addv (builder, (const char **) all);
  self->choices = g_strv_builder_end (builder);
  model = gtk_string_list_new ((const char *const *) self->choices);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
}

static void
update (BwCurrencyRow *self)
{
  const char *own = bw_settings_get_currency (bw_workspace_get_settings (self->workspace));
  guint chosen = 0;

  for (guint i = 1; own != NULL && self->choices[i] != NULL; i++)
    if (g_str_equal (self->choices[i], own))
      chosen = i;
  self->showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), chosen);
  self->showing = FALSE;
}

static void
chosen_cb (BwCurrencyRow *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autoptr (BwSettings) settings = NULL;

  if (self->showing || chosen == GTK_INVALID_LIST_POSITION)
    return;
  settings = bw_settings_copy (bw_workspace_get_settings (self->workspace));
  bw_settings_set_currency (settings, chosen > 0 ? self->choices[chosen] : NULL);
  bw_workspace_set_settings (self->workspace, settings);
}

static void
bw_currency_row_dispose (GObject *object)
{
  BwCurrencyRow *self = BW_CURRENCY_ROW (object);

  if (self->workspace != NULL)
    bw_workspace_unwatch (self->workspace, self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_currency_row_parent_class)->dispose (object);
}

static void
bw_currency_row_finalize (GObject *object)
{
  g_strfreev (BW_CURRENCY_ROW (object)->choices);
  G_OBJECT_CLASS (bw_currency_row_parent_class)->finalize (object);
}

static void
bw_currency_row_class_init (BwCurrencyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_currency_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_currency_row_finalize;
}

static void
bw_currency_row_init (BwCurrencyRow *self)
{
  g_autoptr (GtkExpression) text =
                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Currency"));
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), text);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
}

GtkWidget *
bw_currency_row_new (BwWorkspace *workspace)
{
  BwCurrencyRow *self = g_object_new (BW_TYPE_CURRENCY_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);
  bw_workspace_watch (workspace, self, (BwWatcher) update, "settings", NULL);
  g_signal_connect (self, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  return GTK_WIDGET (self);
}
