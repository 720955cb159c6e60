/**
 * Where things are: the project's own files and the one folder that keeps everything a running
 * system writes.
 */
package org.motifworks.standalone.home;
