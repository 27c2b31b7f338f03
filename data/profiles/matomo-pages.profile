# SPDX-License-Identifier: GPL-3.0-or-later
# Matomo: Behaviour, Pages, Export (CSV or TSV, UTF-16); names of metrics or their titles.
[profile]
title=Matomo pages
title[de]=Matomo-Seiten
kind=views
signature=label + nb_hits;label + nb_visits;Label + Unique Pageviews;Bezeichnung + Eindeutige Seitenansichten;Libellé + Vues de page uniques

[columns]
date=date
article=label;Bezeichnung;Libellé;metadata_url
views=nb_hits;Pageviews;Seitenansichten;Vues de page;nb_visits;Unique Pageviews;Eindeutige Seitenansichten;Vues de page uniques
visitors=nb_uniq_visitors;Unique visitors;Eindeutige Besucher;Visiteurs uniques

[known]
headers=nb_actions;sum_time_spent;entry_nb_visits;exit_nb_visits;bounce_count;sum_visit_length;avg_time_on_page;bounce_rate;exit_rate;avg_page_load_time;idsubdatatable;Bounce Rate;Avg. time on page;Exit rate;Absprungrate;Durchschn. Zeit auf der Seite;Ausstiegsrate
