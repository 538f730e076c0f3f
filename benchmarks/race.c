/* The peer for many starts: each rule as a plain loop over starts on Himmelblau's function, in one thread.
   `points` holds all x, then all y; it is overwritten by the final points. */
#include <math.h>

#define GRADIENT(x, y, gx, gy)             \
    double a = x * x + y - 11.0;           \
    double b = x + y * y - 7.0;            \
    double gx = 4.0 * x * a + 2.0 * b;     \
    double gy = 2.0 * a + 4.0 * y * b;

#define FOR_EACH_START(state, update)                   \
    for (long i = 0; i < n; i++) {                      \
        double x = points[i], y = points[n + i];        \
        state;                                          \
        for (long t = 1; t <= steps; t++) {             \
            GRADIENT(x, y, gx, gy)                      \
            update                                      \
        }                                               \
        points[i] = x;                                  \
        points[n + i] = y;                              \
    }

void sgd(double *points, long n, long steps, double rate) {
    FOR_EACH_START(, {
        x -= rate * gx;
        y -= rate * gy;
    })
}

void momentum(double *points, long n, long steps, double rate, double beta1) {
    FOR_EACH_START(double vx = 0.0; double vy = 0.0, {
        vx = beta1 * vx + (1.0 - beta1) * gx;
        vy = beta1 * vy + (1.0 - beta1) * gy;
        x -= rate * vx;
        y -= rate * vy;
    })
}

void heavy_ball(double *points, long n, long steps, double rate, double beta1) {
    FOR_EACH_START(double vx = 0.0; double vy = 0.0, {
        vx = beta1 * vx - rate * gx;
        vy = beta1 * vy - rate * gy;
        x += vx;
        y += vy;
    })
}

void nesterov(double *points, long n, long steps, double rate, double beta1) {
    FOR_EACH_START(double bx = 0.0; double by = 0.0, {
        bx = beta1 * bx + gx;
        by = beta1 * by + gy;
        x -= rate * (gx + beta1 * bx);
        y -= rate * (gy + beta1 * by);
    })
}

void adagrad(double *points, long n, long steps, double rate, double epsilon) {
    FOR_EACH_START(double sx = 0.0; double sy = 0.0, {
        sx += gx * gx;
        sy += gy * gy;
        x -= rate * gx / (sqrt(sx) + epsilon);
        y -= rate * gy / (sqrt(sy) + epsilon);
    })
}

void rmsprop(double *points, long n, long steps, double rate, double beta2, double epsilon) {
    FOR_EACH_START(double sx = 0.0; double sy = 0.0, {
        sx = beta2 * sx + (1.0 - beta2) * gx * gx;
        sy = beta2 * sy + (1.0 - beta2) * gy * gy;
        x -= rate * gx / (sqrt(sx) + epsilon);
        y -= rate * gy / (sqrt(sy) + epsilon);
    })
}

void adam(double *points, long n, long steps, double rate, double beta1, double beta2, double epsilon) {
    FOR_EACH_START(double mx = 0.0; double my = 0.0; double sx = 0.0; double sy = 0.0; double p1 = 1.0; double p2 = 1.0, {
        p1 *= beta1;
        p2 *= beta2;
        mx = beta1 * mx + (1.0 - beta1) * gx;
        my = beta1 * my + (1.0 - beta1) * gy;
        sx = beta2 * sx + (1.0 - beta2) * gx * gx;
        sy = beta2 * sy + (1.0 - beta2) * gy * gy;
        x -= rate * (mx / (1.0 - p1)) / (sqrt(sx / (1.0 - p2)) + epsilon);
        y -= rate * (my / (1.0 - p1)) / (sqrt(sy / (1.0 - p2)) + epsilon);
    })
}

void adadelta(double *points, long n, long steps, double rate, double beta2, double epsilon) {
    FOR_EACH_START(double sx = 0.0; double sy = 0.0; double dx = 0.0; double dy = 0.0, {
        sx = beta2 * sx + (1.0 - beta2) * gx * gx;
        sy = beta2 * sy + (1.0 - beta2) * gy * gy;
        double stepX = gx * sqrt(dx + epsilon) / sqrt(sx + epsilon);
        double stepY = gy * sqrt(dy + epsilon) / sqrt(sy + epsilon);
        dx = beta2 * dx + (1.0 - beta2) * stepX * stepX;
        dy = beta2 * dy + (1.0 - beta2) * stepY * stepY;
        x -= rate * stepX;
        y -= rate * stepY;
    })
}

void adam_l2(double *points, long n, long steps, double rate, double beta1, double beta2, double epsilon,
             double weight_decay) {
    FOR_EACH_START(double mx = 0.0; double my = 0.0; double sx = 0.0; double sy = 0.0; double p1 = 1.0; double p2 = 1.0, {
        p1 *= beta1;
        p2 *= beta2;
        gx += weight_decay * x;
        gy += weight_decay * y;
        mx = beta1 * mx + (1.0 - beta1) * gx;
        my = beta1 * my + (1.0 - beta1) * gy;
        sx = beta2 * sx + (1.0 - beta2) * gx * gx;
        sy = beta2 * sy + (1.0 - beta2) * gy * gy;
        x -= rate * (mx / (1.0 - p1)) / (sqrt(sx / (1.0 - p2)) + epsilon);
        y -= rate * (my / (1.0 - p1)) / (sqrt(sy / (1.0 - p2)) + epsilon);
    })
}

void adamw(double *points, long n, long steps, double rate, double beta1, double beta2, double epsilon,
           double weight_decay) {
    FOR_EACH_START(double mx = 0.0; double my = 0.0; double sx = 0.0; double sy = 0.0; double p1 = 1.0; double p2 = 1.0, {
        p1 *= beta1;
        p2 *= beta2;
        mx = beta1 * mx + (1.0 - beta1) * gx;
        my = beta1 * my + (1.0 - beta1) * gy;
        sx = beta2 * sx + (1.0 - beta2) * gx * gx;
        sy = beta2 * sy + (1.0 - beta2) * gy * gy;
        x = (1.0 - rate * weight_decay) * x - rate * (mx / (1.0 - p1)) / (sqrt(sx / (1.0 - p2)) + epsilon);
        y = (1.0 - rate * weight_decay) * y - rate * (my / (1.0 - p1)) / (sqrt(sy / (1.0 - p2)) + epsilon);
    })
}

void nadam(double *points, long n, long steps, double rate, double beta1, double beta2, double epsilon,
           double momentum_decay) {
    const double shrink = pow(0.96, momentum_decay);
    FOR_EACH_START(double mx = 0.0; double my = 0.0; double sx = 0.0; double sy = 0.0; double p2 = 1.0; double c = 0.0;
                   double power = shrink, {
        p2 *= beta2;
        double mu = beta1 * (1.0 - 0.5 * power);
        power *= shrink;
        double next = beta1 * (1.0 - 0.5 * power);
        c = 1.0 - (1.0 - c) * mu;
        double corrected = 1.0 - (1.0 - c) * next;
        mx = beta1 * mx + (1.0 - beta1) * gx;
        my = beta1 * my + (1.0 - beta1) * gy;
        sx = beta2 * sx + (1.0 - beta2) * gx * gx;
        sy = beta2 * sy + (1.0 - beta2) * gy * gy;
        x -= rate * (next * mx / corrected + (1.0 - mu) * gx / c) / (sqrt(sx / (1.0 - p2)) + epsilon);
        y -= rate * (next * my / corrected + (1.0 - mu) * gy / c) / (sqrt(sy / (1.0 - p2)) + epsilon);
    })
}

void adamax(double *points, long n, long steps, double rate, double beta1, double beta2, double epsilon) {
    FOR_EACH_START(double mx = 0.0; double my = 0.0; double ux = 0.0; double uy = 0.0; double p1 = 1.0, {
        p1 *= beta1;
        mx = beta1 * mx + (1.0 - beta1) * gx;
        my = beta1 * my + (1.0 - beta1) * gy;
        ux = fmax(beta2 * ux, fabs(gx) + epsilon);
        uy = fmax(beta2 * uy, fabs(gy) + epsilon);
        x -= rate * (mx / (1.0 - p1)) / ux;
        y -= rate * (my / (1.0 - p1)) / uy;
    })
}

#define SIGN(v) ((double)(((v) > 0.0) - ((v) < 0.0)))

void lion(double *points, long n, long steps, double rate, double beta1, double beta2) {
    FOR_EACH_START(double mx = 0.0; double my = 0.0, {
        x -= rate * SIGN(beta1 * mx + (1.0 - beta1) * gx);
        y -= rate * SIGN(beta1 * my + (1.0 - beta1) * gy);
        mx = beta2 * mx + (1.0 - beta2) * gx;
        my = beta2 * my + (1.0 - beta2) * gy;
    })
}
