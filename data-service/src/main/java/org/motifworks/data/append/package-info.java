/** Makes a dataset of one that is there and new sequences for its training split. */
package org.motifworks.data.append;
