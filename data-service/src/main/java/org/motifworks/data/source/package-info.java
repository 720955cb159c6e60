/**
 * Where a dataset may come from: the settings a person writes ({@link
 * org.motifworks.data.source.DatasetSource}), and the one interface ({@link
 * org.motifworks.data.source.Importer}) a new kind of source implements. Knows no database and no
 * web; the importers live in packages of their own.
 */
package org.motifworks.data.source;
