/**
 * The import of DeepSEA's training bundle. Its files hold a position of all sequences together, a
 * dataset a sequence of all positions: a scratch file turns the one into the other. Start at {@link
 * org.motifworks.data.deepsea.DeepSeaImporter}.
 */
package org.motifworks.data.deepsea;
